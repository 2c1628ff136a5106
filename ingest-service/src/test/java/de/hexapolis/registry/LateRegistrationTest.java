package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.Compression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device that was moved from bin B1 to bin B2 in the night of the switch to summer time, registered days later. */
class LateRegistrationTest {
    private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");
    private static final Instant SWAP = Instant.parse("2026-03-29T01:30:00Z");
    private static final String B1 = "1 distance";
    private static final String B2 = "2 distance";

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void fourDaysOfReadingsAtTheFirstBin() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B' || n, 'bin', 'B' || n, 9.67, 50.55, now() from generate_series(1, 2) n;
                insert into device (device_key, city_id, changed_at) values ('dev-1', 'fulda', now());
                insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-03-01Z');
                insert into series (asset_id, device_id, city_id, quantity) values (1, 1, 'fulda', 'distance');
                insert into observation (series_id, quality, observed_at, value)
                select 1, 0, t, 500 from generate_series('2026-03-27 23:30Z', '2026-03-31 21:30Z', interval '30 min') t;
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
                values (1, 0, '2026-03-31 21:30Z', 500, '2026-03-31 21:30Z', '2026-03-30 22:00Z');
                insert into event (device_id, asset_id, observed_at, kind, value)
                values (1, 1, '2026-03-29 01:29Z', 'lid', 'true'), (1, 1, '2026-03-29 01:30Z', 'lid', 'true');
                insert into position_fix (device_id, asset_id, observed_at, longitude, latitude)
                values (1, 1, '2026-03-29 01:29Z', 9.67, 50.55), (1, 1, '2026-03-29 01:30Z', 9.67, 50.55);
                """);
    }

    @Test
    void readingsFromTheSwapOnMoveToTheOtherBinAndTheOnesBeforeStay() {
        place("B2", SWAP, Optional.empty());

        assertThat(readings())
                .containsExactly(
                        B1 + " 52 2026-03-27 23:30:00+00 2026-03-29 01:00:00+00",
                        B2 + " 137 2026-03-29 01:30:00+00 2026-03-31 21:30:00+00");
        assertThat(database.rows("select asset_id, observed_at from event order by observed_at"))
                .containsExactly("1 2026-03-29 01:29:00+00", "2 2026-03-29 01:30:00+00");
        assertThat(database.rows("select asset_id, observed_at from position_fix order by observed_at"))
                .containsExactly("1 2026-03-29 01:29:00+00", "2 2026-03-29 01:30:00+00");
    }

    @Test
    void theReadingsOfOtherDevicesAndTimesStayCompressed() {
        Compression compression = Compression.assumedOf(database.dataSource());
        database.execute(
                """
                insert into device (device_key, city_id, changed_at) values ('dev-2', 'fulda', now());
                insert into series (asset_id, device_id, city_id, quantity) values (1, 2, 'fulda', 'distance');
                insert into observation (series_id, quality, observed_at, value)
                select s, 0, t, 500 from generate_series(1, 2) s,
                    generate_series('2026-03-01 00:15Z', '2026-03-25Z', interval '1 hour') t;
                """);
        compression.compress();

        place("B2", SWAP, Optional.empty());

        assertThat(compression.chunks())
                .containsExactly(
                        Compression.COMPRESSED,
                        Compression.COMPRESSED,
                        Compression.COMPRESSED,
                        Compression.COMPRESSED,
                        Compression.PARTIAL);
    }

    @Test
    void theDayOf23HoursIsMarkedAtItsLocalMidnightAndDaysThatAreNotRolledUpAreNot() {
        place("B2", SWAP, Optional.empty());

        assertThat(database.rows("select series_id, day from rollup_mark order by series_id, day"))
                .containsExactly("1 2026-03-28 23:00:00+00", "1 2026-03-29 22:00:00+00");
        assertThat(latest())
                .containsExactly(
                        B1 + " 2026-03-29 01:00:00+00 rolled 2026-03-30 22:00:00+00",
                        B2 + " 2026-03-31 21:30:00+00 rolled 2026-03-28 23:00:00+00");
    }

    @Test
    void readingsThatComeToASeriesThatIsRolledUpMarkItsDaysToo() {
        database.execute(
                """
                insert into series (asset_id, device_id, city_id, quantity) values (2, 1, 'fulda', 'distance');
                insert into observation (series_id, quality, observed_at, value) values (2, 0, '2026-02-01Z', 400);
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
                values (2, 0, '2026-02-01Z', 400, '2026-02-01Z', '2026-04-09 22:00Z');
                """);

        place("B2", SWAP, Optional.empty());

        assertThat(database.rows("select day from rollup_mark where series_id = 2 order by day"))
                .containsExactly("2026-03-28 23:00:00+00", "2026-03-29 22:00:00+00", "2026-03-30 22:00:00+00");
        assertThat(latest()).contains(B2 + " 2026-03-31 21:30:00+00 rolled 2026-04-09 22:00:00+00");
    }

    @Test
    void daysBeforeRawRetentionAreStillAnsweredWhenAllReadingsThatAreLeftMoveAway() {
        database.execute(
                """
                insert into rollup_day (series_id, count, bucket, sum, min, max, first_value, first_at, last_value,
                    last_at, integral, digest)
                select 1, 2, b, 900, 400, 500, 400, b + interval '1 hour', 500, b + interval '2 hours', 0, '{}'
                from unnest(array[timestamptz '2024-05-31 22:00Z', timestamptz '2026-03-28 23:00Z']) b
                """);

        place("B2", Instant.parse("2026-03-01T00:00:00Z"), Optional.empty());

        assertThat(
                        database.rows(
                                """
                        select r.bucket from rollup_day r join latest l using (series_id)
                        where r.bucket < l.rolled_until and not exists (
                            select from rollup_mark m where m.series_id = r.series_id and m.day = r.bucket)
                        """))
                .as("days that an answer takes from the rollups")
                .containsExactly("2024-05-31 22:00:00+00");
        assertThat(latest())
                .containsExactly(
                        B1 + " 2024-06-01 00:00:00+00 rolled 2026-03-30 22:00:00+00",
                        B2 + " 2026-03-31 21:30:00+00 rolled 2026-03-27 23:00:00+00");
    }

    @Test
    void sayingItAgainChangesNothing() {
        place("B2", SWAP, Optional.empty());
        database.execute("delete from rollup_mark");
        List<String> before = readings();

        assertThat(place("B2", SWAP, Optional.empty())).isZero();

        assertThat(readings()).isEqualTo(before);
        assertThat(database.rows("select * from rollup_mark")).isEmpty();
    }

    @Test
    void takingItBackRestoresWhatWas() {
        List<String> before = readings();
        place("B2", SWAP, Optional.empty());

        place("B1", SWAP, Optional.empty());

        assertThat(readings()).isEqualTo(before);
        assertThat(latest()).containsExactly(B1 + " 2026-03-31 21:30:00+00 rolled 2026-03-30 22:00:00+00");
    }

    @Test
    void whatADeviceSentAfterItWasTakenDownNoLongerCountsButIsKept() {
        place("B1", Instant.parse("2026-03-01T00:00:00Z"), Optional.of(SWAP));

        assertThat(database.rows("select quality, count(*) from observation group by 1 order by 1"))
                .containsExactly("0 52", "1 137");
        assertThat(latest()).containsExactly(B1 + " 2026-03-29 01:00:00+00 rolled 2026-03-30 22:00:00+00");

        place("B2", SWAP, Optional.empty());

        assertThat(database.rows("select quality, count(*) from observation group by 1 order by 1"))
                .containsExactly("0 189");
    }

    @Test
    void aSwapOnTheDayOf25HoursMovesTheSecondOfTheTwoEqualHours() {
        database.execute(
                """
                insert into observation (series_id, quality, observed_at, value)
                values (1, 0, '2026-10-25 00:30Z', 1), (1, 0, '2026-10-25 01:30Z', 2), (1, 0, '2026-10-25 22:59Z', 3);
                update latest set rolled_until = '2026-11-01 23:00Z';
                """);

        place("B2", Instant.parse("2026-10-25T01:00:00Z"), Optional.empty());

        assertThat(database.rows("select asset_id, value from observation join series using (series_id)"
                        + " where observed_at > '2026-10-01' order by observed_at"))
                .containsExactly("1 1", "2 2", "2 3");
        assertThat(database.rows("select day from rollup_mark where series_id = 1"))
                .containsExactly("2026-10-24 22:00:00+00");
    }

    private long place(String reference, Instant from, Optional<Instant> until) {
        Author person = Author.person(NOW);
        return database.inTransaction(connection -> {
            LockRegistry.on(connection);
            Placement placement = new Placement("dev-1", "fulda", reference, from, until, Optional.empty());
            return PlaceDevices.on(connection, List.of(placement), person)
                    .consequences()
                    .drawOn(connection, NOW);
        });
    }

    private List<String> readings() {
        return database.rows(
                """
                select asset_id, quantity, count(*), min(observed_at), max(observed_at)
                from observation join series using (series_id) group by asset_id, quantity order by 1, 2
                """);
    }

    private List<String> latest() {
        return database.rows(
                """
                select asset_id, quantity, observed_at, 'rolled', rolled_until
                from latest join series using (series_id) order by 1, 2
                """);
    }
}
