package de.hexapolis.upkeep;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.hexapolis.schema.Engine;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.store.Compression;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.Outcome;
import de.hexapolis.store.Partitions;
import de.hexapolis.store.WriteResult.Committed;
import de.hexapolis.telemetry.PlatformClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retention and compression, on whichever engine the tests are given. */
class UpkeepTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final Fixture fixture = new Fixture(2);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void dropsRawReadingsThatAreOlderThanTheirRetentionAndKeepsYoungerOnes() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(60)), 1)));
        write(message("young", row(1, NOW.minus(Duration.ofDays(20)), 2)));
        rollUpAll();

        keepHouse(Duration.ofDays(30));

        assertThat(fixture.column("select value from observation")).containsExactly("2");
    }

    @Test
    void dropsNothingWhoseRollupsAreNotDone() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(60)), 1)));
        fixture.execute("update latest set rolled_until = '2026-06-30T22:00:00Z'");
        fixture.execute("insert into rollup_mark values (1, '2026-05-01T22:00:00Z', 1)");

        keepHouse(Duration.ofDays(30));

        assertThat(fixture.column("select value from observation")).containsExactly("1");
    }

    @Test
    void deletesTheReadingsOfACityThatKeepsLess() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(30)), 1)));
        write(message("young", row(1, NOW.minus(Duration.ofDays(10)), 2)));
        fixture.execute("update city set raw_retention_days = 14");
        rollUpAll();

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select value from observation")).containsExactly("2");
    }

    @Test
    void deletesNoReadingOfACityThatIsNotRolledUpAsAfterALongStop() throws SQLException {
        write(message("unseen", row(1, NOW.minus(Duration.ofDays(30)), 1)));
        fixture.execute("update city set raw_retention_days = 14");

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select value from observation")).containsExactly("1");
        assertThat(fixture.column("select raw_from is null from city")).containsExactly("t");
    }

    @Test
    void deletesNoReadingOfACityWhileADayOfAnyOfItsSeriesIsYetToBeComputed() throws SQLException {
        write(message("both", row(1, NOW.minus(Duration.ofDays(30)), 1), row(2, NOW.minus(Duration.ofDays(30)), 2)));
        fixture.execute("update city set raw_retention_days = 14");
        rollUpAll();
        fixture.execute("insert into rollup_mark values (2, '2026-05-31T22:00:00Z', 1)");

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select value from observation order by 1")).containsExactly("1", "2");
        assertThat(fixture.column("select raw_from is null from city")).containsExactly("t");
    }

    /** The mark, which comes as soon as raw_from is set, stands for the worker. */
    @ParameterizedTest
    @ValueSource(ints = {30, 400})
    void deletesNothingUnderAWorkerThatComputesWithoutHavingSeenRawFrom(int rawRetentionDays) throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(60)), 1)));
        fixture.execute("update city set raw_retention_days = 14");
        rollUpAll();
        fixture.execute(
                """
                create function mark() returns trigger language plpgsql as
                $$ begin insert into rollup_mark values (1, '2026-05-01T22:00:00Z', 1); return null; end $$;
                create trigger mark after update of raw_from on city for each statement execute function mark();
                """);

        keepHouse(Duration.ofDays(rawRetentionDays));

        assertThat(fixture.column("select value from observation")).containsExactly("1");
        fixture.execute("drop trigger mark on city");
        rollUpAll();
        keepHouse(Duration.ofDays(rawRetentionDays));
        assertThat(fixture.column("select value from observation")).isEmpty();
    }

    @Test
    void remembersUpToWhenReadingsOfACityAreDeleted() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(30)), 1)));
        write(message("young", row(1, NOW.minus(Duration.ofDays(10)), 2)));
        keepHouse(Duration.ofDays(400));
        assertThat(fixture.column("select raw_from is null from city")).containsExactly("t");
        fixture.execute("update city set raw_retention_days = 14");
        rollUpAll();

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select raw_from = '2026-06-04Z' from city")).containsExactly("t");
    }

    @Test
    void holdsNobodyUpWhoChangesACityWhileItsReadingsAreBeingDeleted() throws Exception {
        write(message("old", row(1, NOW.minus(Duration.ofDays(30)), 1)));
        fixture.execute("update city set raw_retention_days = 14");
        rollUpAll();
        ExecutorService upkeep = Executors.newSingleThreadExecutor();

        try (Connection holder = fixture.database().getConnection();
                Statement holding = holder.createStatement()) {
            holder.setAutoCommit(false);
            holding.execute("lock table observation in share mode");
            Future<?> round = upkeep.submit(() -> {
                keepHouse(Duration.ofDays(400));
                return null;
            });
            await().until(() -> fixture.column("select raw_from is not null from city"), List.of("t")::equals);
            fixture.execute("set lock_timeout = '10s'; update city set name = 'Fulda an der Fulda'");
            assertThat(fixture.column("select value from observation")).containsExactly("1");
            holder.rollback();
            round.get();
        } finally {
            upkeep.shutdown();
        }

        assertThat(fixture.column("select value from observation")).isEmpty();
    }

    @Test
    void remembersUpToWhenAllReadingsAreDropped() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(60)), 1)));
        write(message("young", row(1, NOW.minus(Duration.ofDays(20)), 2)));
        rollUpAll();

        keepHouse(Duration.ofDays(30));

        assertThat(fixture.column("select raw_from > '2026-05-02 12:00Z' and raw_from <= '2026-05-09Z' from city"))
                .containsExactly("t");
    }

    @Test
    void deletesTheEventsAndPositionsOfACityThatKeepsLess() throws SQLException {
        fixture.execute(
                """
                update city set raw_retention_days = 14;
                insert into city (city_id, name, zone) values ('marburg', 'Marburg', 'Europe/Berlin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                values ('marburg', 'B-1', 'bin', 'Bin 1', 8.77, 50.81, '2026-01-01Z');
                insert into event (device_id, asset_id, observed_at, kind, value)
                values (1, 1, '2026-06-01T12:00Z', 'lid', 'true'), (1, 1, '2026-06-21T12:00Z', 'lid', 'true'),
                    (1, 2, '2026-06-02T12:00Z', 'lid', 'true');
                insert into position_fix (device_id, asset_id, observed_at, longitude, latitude)
                values (1, 1, '2026-06-01T12:00Z', 9.67, 50.55), (1, 1, '2026-06-21T12:00Z', 9.67, 50.55),
                    (1, 2, '2026-06-02T12:00Z', 8.77, 50.81);
                """);

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select asset_id || ' ' || observed_at::date from event order by 1"))
                .containsExactly("1 2026-06-21", "2 2026-06-02");
        assertThat(fixture.column("select asset_id || ' ' || observed_at::date from position_fix order by 1"))
                .containsExactly("1 2026-06-21", "2 2026-06-02");
    }

    @Test
    void dropsNothingThatSomebodyReadsForLongAndHoldsNobodyUp() throws SQLException {
        write(message("old", row(1, NOW.minus(Duration.ofDays(60)), 1)));
        rollUpAll();

        try (Connection reader = fixture.database().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("lock table observation in access share mode");
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> keepHouse(Duration.ofDays(30)));
            assertThat(fixture.column("select value from observation")).containsExactly("1");
        }

        keepHouse(Duration.ofDays(30));
        assertThat(fixture.column("select value from observation")).isEmpty();
    }

    @Test
    void forgetsQuarantinedMessagesThatCameLongAgo() throws SQLException {
        fixture.execute(
                """
                insert into quarantine (fingerprint, source, topic, payload, reason, detail, received_at,
                    last_received_at)
                values ('a', 's', 't', '', 'malformed', '', '2026-01-01Z', '2026-01-01Z'),
                    ('b', 's', 't', '', 'malformed', '', '2026-01-01Z', '2026-06-30Z')
                """);

        keepHouse(Duration.ofDays(400));

        assertThat(fixture.column("select convert_from(fingerprint, 'UTF8') from quarantine"))
                .containsExactly("b");
    }

    @Test
    void takesLateReadingsIntoOldChunksWithoutLosingOne() throws SQLException {
        Instant start = NOW.minus(Duration.ofDays(50));
        write(readings(start, 0, 500));
        keepHouse(Duration.ofDays(400));

        Committed result = write(readings(start, 0, 1_000));

        assertThat(result.outcomes()).filteredOn(Outcome.STORED::equals).hasSize(500);
        assertThat(result.outcomes()).filteredOn(Outcome.DUPLICATE::equals).hasSize(500);
        assertThat(write(message("other", row(1, start, 77))).outcomes()).containsExactly(Outcome.QUARANTINED);
        String all = "select count(*) || ' ' || sum(value) from observation";
        assertThat(fixture.column(all)).containsExactly("1000 499500");
        keepHouse(Duration.ofDays(400));
        assertThat(fixture.column(all)).containsExactly("1000 499500");
    }

    @Test
    void compressesLateReadingsInTheNextRound() throws SQLException {
        Compression compression = Compression.assumedOf(fixture.database());
        Instant start = NOW.minus(Duration.ofDays(50));
        write(readings(start, 0, 500));
        keepHouse(Duration.ofDays(400));
        assertThat(compression.chunks()).containsExactly(Compression.COMPRESSED);

        write(readings(start, 0, 1_000));
        assertThat(compression.chunks()).containsExactly(Compression.PARTIAL);

        keepHouse(Duration.ofDays(400));
        assertThat(compression.chunks()).containsExactly(Compression.COMPRESSED);
    }

    @Test
    void leavesChunksCompressedWhereACityKeepsLess() throws SQLException {
        Compression compression = Compression.assumedOf(fixture.database());
        fixture.execute(
                """
                insert into city (city_id, name, zone) values ('marburg', 'Marburg', 'Europe/Berlin');
                update series set city_id = 'marburg' where series_id = 2
                """);
        for (int daysAgo = 60; daysAgo > 20; daysAgo -= 5) {
            write(readings(NOW.minus(Duration.ofDays(daysAgo)), 0, 100));
        }
        keepHouse(Duration.ofDays(400));
        assertThat(compression.chunks()).containsOnly(Compression.COMPRESSED);
        fixture.execute("update city set raw_retention_days = 14 where city_id = 'fulda'");
        rollUpAll();

        keepHouseWithoutCompressing(Duration.ofDays(400));

        assertThat(compression.chunks()).containsOnly(Compression.COMPRESSED);
        assertThat(fixture.column("select series_id || ' ' || count(*) from observation group by series_id order by 1"))
                .containsExactly("1 50", "2 400");
    }

    private void rollUpAll() {
        fixture.execute("update latest set rolled_until = '2026-06-30T22:00:00Z'; delete from rollup_mark");
    }

    private static MessageRows[] readings(Instant start, int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(n -> message("m" + n, row(1 + n % 2, start.plusSeconds(n), n)))
                .toArray(MessageRows[]::new);
    }

    private Committed write(MessageRows... batch) {
        return (Committed) fixture.store().write(List.of(batch), 1);
    }

    private void keepHouse(Duration raw) throws SQLException {
        keepHouse(raw, Duration.ofDays(14));
    }

    private void keepHouseWithoutCompressing(Duration raw) throws SQLException {
        keepHouse(raw, Duration.ofDays(1_000));
    }

    private void keepHouse(Duration raw, Duration compressAfter) throws SQLException {
        Upkeep upkeep = new Upkeep(
                new SchemaGate(fixture.database()),
                fixture.database(),
                new Partitions(fixture.database()),
                PlatformClock.realTime(),
                retention(raw, compressAfter));
        try (Connection connection = fixture.database().getConnection()) {
            upkeep.keepHouse(connection, Engine.of(connection), NOW);
        }
    }

    private static Retention retention(Duration raw, Duration compressAfter) {
        return new Retention() {
            @Override
            public Duration raw() {
                return raw;
            }

            @Override
            public Duration compressAfter() {
                return compressAfter;
            }

            @Override
            public Duration quarantine() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration alerts() {
                return Duration.ofDays(1_095);
            }

            @Override
            public Duration notices() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration names() {
                return Duration.ofDays(90);
            }
        };
    }
}
