package de.hexapolis.store;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.raw;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.store.WriteResult.Committed;
import de.hexapolis.store.WriteResult.RegistryChanged;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

/** The store's contract, on whichever engine the tests are given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageStoreTest {
    private static final String NOON = "2026-07-01T12:00:00Z";
    private static final String EARLIER = "2026-07-01T11:00:00Z";

    private Fixture fixture;
    private MessageStore store;

    @BeforeAll
    void open() {
        fixture = new Fixture(3);
        store = fixture.store();
    }

    @BeforeEach
    void empty() {
        fixture.execute("truncate observation, latest, rollup_mark, quarantine, event, position_fix");
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void keepsAReadingOnceHoweverOftenItComes() {
        MessageRows message = message("a", row(1, NOON, 41.5), row(2, NOON, 3.6));

        assertThat(write(message).outcomes()).containsExactly(Outcome.STORED);
        assertThat(write(message).outcomes()).containsExactly(Outcome.DUPLICATE);

        assertThat(fixture.column("select value from observation order by series_id"))
                .containsExactly("41.5", "3.6");
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void countsTheSecondOfTwoEqualMessagesInOneBatchAsDuplicate() {
        Committed result = write(message("a", row(1, NOON, 41.5)), message("a", row(1, NOON, 41.5)));

        assertThat(result.outcomes()).containsExactly(Outcome.STORED, Outcome.DUPLICATE);
        assertThat(result.observations()).isEqualTo(1);
        assertThat(result.duplicates()).isEqualTo(1);
    }

    @Test
    void keepsTheLatestValueOfAMessageThatIsTwiceInOneBatch() {
        MessageRows message = message("a", row(1, NOON, 41.5));

        assertThat(write(message, message).outcomes()).containsExactly(Outcome.STORED, Outcome.DUPLICATE);

        assertThat(fixture.column("select value from latest")).containsExactly("41.5");
    }

    @Test
    void callsAMessageStoredWhenAPartOfItIsNew() {
        write(message("a", row(1, NOON, 41.5)));

        assertThat(write(message("b", row(1, NOON, 41.5), row(2, NOON, 3.6))).outcomes())
                .containsExactly(Outcome.STORED);
    }

    @Test
    void keepsTheFirstValueAndQuarantinesAConflictingOne() {
        write(message("a", row(1, NOON, 41.5)));

        Committed result = write(message("b", row(1, NOON, 99)));

        assertThat(result.outcomes()).containsExactly(Outcome.QUARANTINED);
        assertThat(result.conflicts()).isEqualTo(1);
        assertThat(fixture.column("select value from observation")).containsExactly("41.5");
        assertThat(quarantined()).containsExactly("conflict: series 1 at 2026-07-01T12:00:00Z has 41.5, not 99.0");
    }

    @Test
    void findsAConflictWithinOneBatchToo() {
        Committed result = write(message("a", row(1, NOON, 41.5)), message("b", row(1, NOON, 99)));

        assertThat(result.outcomes()).containsExactly(Outcome.STORED, Outcome.QUARANTINED);
    }

    @Test
    void takesARecomputedFillLevelForNoConflict() {
        ObservationRow level = row(1, NOON, 41.5);
        write(message("a", level));

        ObservationRow other = new ObservationRow(1, level.observedAt(), 50, (short) 0, level.day(), true);

        assertThat(write(message("b", other)).outcomes()).containsExactly(Outcome.DUPLICATE);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void keepsWhatIsNewBesideWhatIsNot() {
        write(message("a", row(1, NOON, 41.5)));

        Committed mixed = write(message("a", row(1, NOON, 41.5)), message("b", row(2, NOON, 3.6)));
        Committed allNew = write(message("c", row(3, NOON, 7)));

        assertThat(mixed.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.STORED);
        assertThat(mixed.observations()).isEqualTo(1);
        assertThat(allNew.outcomes()).containsExactly(Outcome.STORED);
        assertThat(fixture.column("select value from latest order by series_id"))
                .containsExactly("41.5", "3.6", "7");
    }

    @Test
    void keepsEachReadingOnceWhenReplicasWriteTheSameOnesAtOnce() {
        List<MessageRows> batch = IntStream.range(0, 500)
                .mapToObj(
                        n -> message("m" + n, row(1 + n % 3, Instant.parse(NOON).plusSeconds(n), n)))
                .toList();
        long version = version();

        List<Committed> results = IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.supplyAsync(
                        () -> (Committed) fixture.store().write(batch, version)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(fixture.column("select count(*) from observation")).containsExactly("500");
        assertThat(results.stream().mapToInt(Committed::observations).sum()).isEqualTo(500);
        assertThat(results.stream().mapToInt(Committed::duplicates).sum()).isEqualTo(1_500);
    }

    @Test
    void keepsTheNeighboursOfARowThatTheDatabaseRefuses() {
        List<MessageRows> batch = IntStream.range(0, 64)
                .mapToObj(n -> n == 37
                        ? withEvent("poison", "{not json")
                        : message("m" + n, row(1, Instant.parse(NOON).plusSeconds(n), n)))
                .toList();

        Committed result = write(batch.toArray(MessageRows[]::new));

        assertThat(result.outcomes().get(37)).isEqualTo(Outcome.QUARANTINED);
        assertThat(result.outcomes()).filteredOn(Outcome.STORED::equals).hasSize(63);
        assertThat(fixture.column("select count(*) from observation")).containsExactly("63");
        assertThat(quarantined())
                .singleElement()
                .asString()
                .startsWith("refused_by_store: ERROR: invalid input syntax");
        assertThat(fixture.column("select device_key || ' of ' || city_id from quarantine"))
                .containsExactly("bin-1 of fulda");
    }

    @Test
    void storesTheGoodPartOfAMessageAndQuarantinesIt() {
        QuarantineEntry refusal = refusal("half", "too_new");
        MessageRows half =
                new MessageRows(raw("half"), List.of(row(1, NOON, 1)), List.of(), List.of(), Optional.of(refusal));

        assertThat(write(half).outcomes()).containsExactly(Outcome.STORED);
        assertThat(quarantined()).containsExactly("too_new: because");
        assertThat(fixture.column("select count(*) from observation")).containsExactly("1");
    }

    @Test
    void countsARepeatedRefusalInsteadOfKeepingItAgain() {
        write(MessageRows.refused(refusal("x", "malformed")));
        write(MessageRows.refused(refusal("x", "malformed")));

        assertThat(fixture.column("select repeats from quarantine")).containsExactly("1");
    }

    @Test
    void countsEachRepeatOfABatch() {
        MessageRows refused = MessageRows.refused(refusal("x", "malformed"));

        write(Collections.nCopies(50, refused).toArray(MessageRows[]::new));
        assertThat(fixture.column("select repeats from quarantine")).containsExactly("49");

        write(refused, refused, refused);
        assertThat(fixture.column("select repeats from quarantine")).containsExactly("52");
    }

    @Test
    void latestIsTheNewestByTimeOfObservationWhateverComesLast() {
        write(message("a", row(1, NOON, 70)));
        write(message("b", row(1, EARLIER, 60)));

        assertThat(fixture.column("select value from latest")).containsExactly("70");
    }

    @Test
    void leavesAMarkOnlyForADayThatIsRolledUp() {
        write(message("a", row(1, NOON, 70), row(2, NOON, 1)));
        assertThat(fixture.column("select count(*) from rollup_mark")).containsExactly("0");

        fixture.execute("update latest set rolled_until = '2026-07-01T22:00:00Z' where series_id = 1");
        write(message("b", row(1, EARLIER, 60), row(2, EARLIER, 2)));

        assertThat(fixture.column("select series_id || ' ' || (day at time zone 'UTC') from rollup_mark"))
                .containsExactly("1 2026-06-30 22:00:00");
    }

    @Test
    void leavesANewGenerationWithEachLateReading() {
        write(message("a", row(1, NOON, 70)));
        fixture.execute("update latest set rolled_until = '2026-07-01T22:00:00Z'");
        write(message("b", row(1, EARLIER, 60)));
        String before = fixture.column("select generation from rollup_mark").get(0);

        write(message("c", row(1, "2026-07-01T11:30:00Z", 65)));

        assertThat(Long.parseLong(
                        fixture.column("select generation from rollup_mark").get(0)))
                .isGreaterThan(Long.parseLong(before));
    }

    @Test
    void writesNothingWhenTheRegistryHasChanged() {
        WriteResult result = store.write(List.of(message("a", row(1, NOON, 1))), version() - 1);

        assertThat(result).isInstanceOf(RegistryChanged.class);
        assertThat(fixture.column("select count(*) from observation")).containsExactly("0");
    }

    @Test
    void takesReadingsOfAnyWeek() {
        write(message("a", row(1, "2025-08-01T00:00:00Z", 1), row(1, "2026-07-01T00:00:00Z", 2)));

        assertThat(fixture.column("select value from observation order by observed_at"))
                .containsExactly("1", "2");
    }

    @Test
    void keepsMicrosecondsApart() {
        write(message("a", row(1, "2026-07-01T12:00:00.000001Z", 1), row(1, "2026-07-01T12:00:00.000002Z", 2)));

        assertThat(fixture.column("select to_char(observed_at, 'US') from observation order by 1"))
                .containsExactly("000001", "000002");
    }

    @Test
    void keepsAnEventOnce() {
        MessageRows tilt = withEvent("tilt", "true");

        assertThat(write(tilt).outcomes()).containsExactly(Outcome.STORED);
        assertThat(write(tilt).outcomes()).containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void keepsTheFirstEventAndQuarantinesAnotherUnderTheSameKey() {
        write(withEvent("a", "\"open\""));

        assertThat(write(withEvent("b", "\"closed\"")).outcomes()).containsExactly(Outcome.QUARANTINED);

        assertThat(fixture.column("select value from event")).containsExactly("\"open\"");
        assertThat(quarantined())
                .containsExactly("conflict: event tilt at 2026-07-01T12:00:00Z is \"open\", not \"closed\"");
    }

    @Test
    void findsAnotherEventUnderTheSameKeyWithinOneBatchAndBesideAReadingThatIsNew() {
        MessageRows closed = withEvent("b", "\"closed\"");
        MessageRows closedWithReading = new MessageRows(
                closed.message(), List.of(row(1, NOON, 1)), closed.events(), List.of(), Optional.empty());

        assertThat(write(withEvent("a", "\"open\""), closedWithReading, withEvent("c", "\"open\""))
                        .outcomes())
                .containsExactly(Outcome.STORED, Outcome.STORED, Outcome.DUPLICATE);

        assertThat(quarantined())
                .containsExactly("conflict: event tilt at 2026-07-01T12:00:00Z is \"open\", not \"closed\"");
    }

    @Test
    void takesAnEqualEventForNoConflictHoweverItIsWritten() {
        write(withEvent("a", "3"));

        assertThat(write(withEvent("b", "3.0")).outcomes()).containsExactly(Outcome.DUPLICATE);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void keepsTheFirstPositionAndQuarantinesAnotherUnderTheSameKey() {
        MessageRows here = withPosition("a", 9.67, 50.55, OptionalDouble.of(8));

        assertThat(write(here).outcomes()).containsExactly(Outcome.STORED);
        assertThat(write(here).outcomes()).containsExactly(Outcome.DUPLICATE);
        assertThat(write(withPosition("b", 9.68, 50.55, OptionalDouble.empty())).outcomes())
                .containsExactly(Outcome.QUARANTINED);

        assertThat(fixture.column("select longitude from position_fix")).containsExactly("9.67");
        assertThat(quarantined())
                .containsExactly("conflict: position at 2026-07-01T12:00:00Z is 9.67 50.55 (8.0 m), not 9.68 50.55");
    }

    @Test
    void tellsOfAConflictBesideAnotherRefusal() {
        write(message("a", row(1, NOON, 41.5)));

        write(new MessageRows(
                raw("b"),
                List.of(row(1, NOON, 99)),
                List.of(),
                List.of(),
                Optional.of(refusal("b", "invalid_reading"))));

        assertThat(quarantined())
                .containsExactly("invalid_reading: because; series 1 at 2026-07-01T12:00:00Z has 41.5, not 99.0");
    }

    @Test
    void doesNotDeadlockWithAReplicaThatGotTheSameEventsInAnotherOrder() {
        List<MessageRows> batch = IntStream.range(0, 2_000)
                .mapToObj(second -> new MessageRows(
                        raw("m" + second),
                        List.of(),
                        List.of(new EventRow(1, 1, Instant.parse(NOON).plusSeconds(second), "tilt", "true")),
                        List.of(),
                        Optional.empty()))
                .toList();
        List<MessageRows> backwards = new ArrayList<>(batch);
        Collections.reverse(backwards);
        long version = version();

        CompletableFuture<WriteResult> other =
                CompletableFuture.supplyAsync(() -> fixture.store().write(backwards, version));
        Committed one = (Committed) store.write(batch, version);
        Committed two = (Committed) other.join();

        assertThat(one.outcomes()).hasSize(2_000);
        assertThat(two.outcomes()).hasSize(2_000);
        assertThat(fixture.column("select count(*) from event")).containsExactly("2000");
    }

    @Test
    void quarantinesAMessageWhoseSourceAndTopicHoldWhatNoTextColumnHolds() {
        RawMessage odd = new RawMessage("o\0n", "t\0", "x".getBytes(StandardCharsets.UTF_8), Instant.parse(NOON));

        write(MessageRows.refused(new QuarantineEntry(odd, "malformed", "be\0cause", Origin.UNKNOWN)));

        assertThat(fixture.column("select concat_ws(' ', source, topic, detail) from quarantine"))
                .containsExactly("o\ufffdn t\ufffd be\ufffdcause");
    }

    @Test
    void saysPlainlyThatQuarantineItselfRefusesAMessage() {
        RawMessage beyondTime = new RawMessage("own", "v1/x", new byte[0], Instant.parse("+300000-01-01T00:00:00Z"));

        assertThatThrownBy(() ->
                        write(MessageRows.refused(new QuarantineEntry(beyondTime, "malformed", "x", Origin.UNKNOWN))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("source 'own'", "topic 'v1/x'", "out of range");
    }

    private Committed write(MessageRows... batch) {
        return (Committed) store.write(List.of(batch), version());
    }

    private long version() {
        return Long.parseLong(
                fixture.column("select version from registry_version").get(0));
    }

    private List<String> quarantined() {
        return fixture.column("select reason || ': ' || detail from quarantine");
    }

    private static QuarantineEntry refusal(String name, String reason) {
        return new QuarantineEntry(raw(name), reason, "because", Origin.UNKNOWN);
    }

    private static MessageRows withEvent(String name, String json) {
        return new MessageRows(
                raw(name),
                List.of(),
                List.of(new EventRow(1, 1, Instant.parse(NOON), "tilt", json)),
                List.of(),
                Optional.empty(),
                new Origin(Optional.of("bin-1"), Optional.of("fulda")));
    }

    private static MessageRows withPosition(
            String name, double longitude, double latitude, OptionalDouble accuracyMetres) {
        return new MessageRows(
                raw(name),
                List.of(),
                List.of(),
                List.of(new PositionRow(1, 1, Instant.parse(NOON), longitude, latitude, accuracyMetres)),
                Optional.empty());
    }
}
