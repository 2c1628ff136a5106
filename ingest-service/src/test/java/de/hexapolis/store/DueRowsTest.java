package de.hexapolis.store;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.raw;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.WriteResult.Committed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which readings ask for a judgement, and that all others leave nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueRowsTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private Fixture fixture;
    private MessageStore store;
    private final DueBell bell = new DueBell();

    @BeforeAll
    void open() {
        fixture = new Fixture(60);
        store = new MessageStore(fixture.database(), new Partitions(fixture.database()), bell);
    }

    @BeforeEach
    void quietSeriesFromTenToTwenty() throws InterruptedException {
        fixture.execute("truncate observation, latest, rollup_mark, quarantine, event, position_fix, due");
        write(message("first", row(1, NOON, 15), row(2, NOON, 15)));
        judged();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void theFirstReadingOfASeriesIsJudged() {
        assertThat(write(message("a", row(3, NOON, 15))).due()).isEqualTo(1);

        assertThat(due()).containsExactly("1 12:00:00");
    }

    @Test
    void readingsThatStayWithinTheirBandLeaveNoRow() throws InterruptedException {
        for (int minute = 1; minute <= 100; minute++) {
            Instant at = NOON.plusSeconds(60L * minute);
            assertThat(write(message("a" + minute, row(1, at, 10 + minute % 11), row(2, at, 20)))
                            .due())
                    .isZero();
        }

        assertThat(due()).isEmpty();
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    @Test
    void aReadingOutsideOfItsBandIsJudgedAndTheBellRings() throws InterruptedException {
        write(message("a", row(1, NOON.plusSeconds(1), 20.000001)), message("b", row(2, NOON.plusSeconds(1), 12)));

        assertThat(due()).containsExactly("1 12:00:01");
        assertThat(bell.await(Duration.ZERO)).isTrue();
    }

    @Test
    void aReadingBehindANewerOneIsJudgedFromThatReadingOn() {
        write(message("a", row(1, NOON.plusSeconds(60), 15)));
        write(message("b", row(1, NOON.plusSeconds(30), 15)));

        assertThat(due()).containsExactly("1 12:00:30");
    }

    @Test
    void onceALateOneIsJudgedTheNextInOrderIsQuietAgain() throws InterruptedException {
        write(message("a", row(1, NOON.minusSeconds(30), 15)));
        judged();

        assertThat(write(message("b", row(1, NOON.plusSeconds(30), 15))).due()).isZero();
    }

    @Test
    void aBadReadingIsJudged() {
        ObservationRow good = row(1, NOON.plusSeconds(1), 15);
        write(message("a", new ObservationRow(1, good.observedAt(), 15, (short) 2, good.day(), false)));

        assertThat(due()).containsExactly("1 12:00:01");
    }

    @Test
    void ofSeveralReadingsInOneBatchEachIsLookedAt() {
        ObservationRow bad = row(2, NOON.plusSeconds(10), 15);

        write(
                message("a", row(1, NOON.plusSeconds(10), 15), row(1, NOON.plusSeconds(20), 9)),
                message("b", row(1, NOON.plusSeconds(30), 15)));
        write(
                message("c", new ObservationRow(2, bad.observedAt(), 15, (short) 2, bad.day(), false)),
                message("d", row(2, NOON.plusSeconds(20), 15)));
        assertThat(write(message("e", row(1, NOON.plusSeconds(40), 15), row(1, NOON.plusSeconds(50), 16)))
                        .due())
                .isZero();

        assertThat(due()).containsExactly("1 12:00:10", "1 12:00:10");
    }

    @Test
    void duplicatesLeaveNoRow() {
        MessageRows outside = message("a", row(1, NOON.plusSeconds(1), 99));
        write(outside);
        fixture.execute("truncate due");

        assertThat(write(outside).due()).isZero();
        assertThat(write(outside, message("b", row(1, NOON.plusSeconds(2), 15))).due())
                .isZero();

        assertThat(due()).isEmpty();
    }

    @Test
    void eventsAndPositionsAreJudgedOnceFromTheEarliestOn() {
        EventRow event = new EventRow(1, 1, NOON.plusSeconds(5), "fire", "true");
        PositionRow position = new PositionRow(1, 1, NOON.plusSeconds(3), 9.67, 50.55, OptionalDouble.empty());
        MessageRows message = new MessageRows(raw("a"), List.of(), List.of(event), List.of(position), Optional.empty());

        write(message);
        write(message);

        assertThat(due()).containsExactly("1 12:00:03");
    }

    @Test
    void aBatchLeavesOneRowHoweverManySeriesOfAnAssetAreDue() {
        write(IntStream.rangeClosed(1, 50)
                .mapToObj(series -> message("a" + series, row(series, NOON.plusSeconds(series), 99)))
                .toArray(MessageRows[]::new));

        assertThat(due()).containsExactly("1 12:00:01");
    }

    @Test
    void twoWritersOfTheSameReadingsLeaveARowForEachThatWasNew() {
        List<MessageRows> batch = IntStream.range(1, 300)
                .mapToObj(n -> message("m" + n, row(1 + n % 2, NOON.plusSeconds(n), n % 40)))
                .toList();
        long version = version();
        MessageStore other = fixture.store();

        CompletableFuture<Committed> one = CompletableFuture.supplyAsync(() -> (Committed) store.write(batch, version));
        CompletableFuture<Committed> two = CompletableFuture.supplyAsync(() -> (Committed) other.write(batch, version));

        assertThat(one.join().due() + two.join().due()).isEqualTo(due().size()).isPositive();
        assertThat(one.join().observations() + two.join().observations()).isEqualTo(299);
    }

    private void judged() throws InterruptedException {
        fixture.execute("truncate due");
        fixture.execute("update latest set quiet_low = 10, quiet_high = 20");
        bell.await(Duration.ZERO);
    }

    private Committed write(MessageRows... messages) {
        return (Committed) store.write(List.of(messages), version());
    }

    private long version() {
        return Long.parseLong(
                fixture.column("select version from registry_version").get(0));
    }

    private List<String> due() {
        return fixture.column(
                "select asset_id || ' ' || to_char(from_at at time zone 'UTC', 'HH24:MI:SS') from due order by due_id");
    }
}
