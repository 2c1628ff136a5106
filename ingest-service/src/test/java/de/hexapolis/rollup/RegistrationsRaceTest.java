package de.hexapolis.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.ingest.Intakes;
import de.hexapolis.quarantine.Reingest;
import de.hexapolis.registry.AnnounceChange;
import de.hexapolis.registry.Author;
import de.hexapolis.registry.CalibrateDevices;
import de.hexapolis.registry.Calibration;
import de.hexapolis.registry.Consequences;
import de.hexapolis.registry.LockRegistry;
import de.hexapolis.registry.PlaceDevices;
import de.hexapolis.registry.Placement;
import de.hexapolis.store.Fixture;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two replicas write distances of three devices, while these are said to have been at other bins and to be calibrated
 * otherwise, and rollup workers run.
 */
class RegistrationsRaceTest {
    private static final Instant START = Instant.parse("2026-06-30T22:00:00Z");
    private static final Instant NOW = Instant.parse("2026-07-07T12:00:00Z");
    private static final int DEVICES = 3;
    private static final int READINGS = 800;
    private static final int REGISTRATIONS = 40;

    private static final String MISPLACED =
            """
            select o.observed_at || ' of device ' || s.device_id || ' at asset ' || s.asset_id
            from observation o join series s using (series_id)
            where not exists (
                select from installation i
                where i.device_id = s.device_id and i.asset_id = s.asset_id and o.observed_at >= i.installed_from
                    and o.observed_at < coalesce(i.installed_until, 'infinity'))
            """;
    /** Each distance with the calibration of its installation that was valid then, against the levels that there are. */
    private static final String WRONG_LEVELS =
            """
            with expected as (
                select s.asset_id, s.device_id, o.observed_at, c.valid_from,
                    least(100, greatest(0,
                        (c.distance_empty_mm - o.value) / (c.distance_empty_mm - c.distance_full_mm) * 100)) as value
                from observation o
                join series s on s.series_id = o.series_id and s.quantity = 'distance'
                join installation i on i.device_id = s.device_id and i.asset_id = s.asset_id
                    and o.observed_at >= i.installed_from and o.observed_at < coalesce(i.installed_until, 'infinity')
                cross join lateral (
                    select * from calibration c
                    where c.installation_id = i.installation_id and c.valid_from <= o.observed_at
                    order by c.valid_from desc limit 1) c
            ), found as (
                select s.asset_id, s.device_id, o.observed_at, o.value
                from observation o join series s using (series_id) where s.quantity = 'fill_level'
            )
            select coalesce(e.observed_at, f.observed_at) || ' expected ' || coalesce(e.value::text, 'none')
                || ' found ' || coalesce(f.value::text, 'none')
            from expected e full join found f using (asset_id, device_id, observed_at)
            where e.value is distinct from f.value
            """;

    private static final String WRONG_LATEST =
            """
            select series_id from latest l
            full join (
                select distinct on (series_id) series_id, observed_at, value, quality from observation
                where quality <> 1 order by series_id, observed_at desc) n using (series_id)
            where (l.observed_at, l.value, l.quality) is distinct from (n.observed_at, n.value, n.quality)
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void leaveEveryReadingAtItsBinWithItsLevelAndRollupsAsRecomputed(long seed) throws Exception {
        try (Fixture fixture = new Fixture(0)) {
            install(fixture);
            List<List<RawMessage>> batches = shuffledBatches(seed);
            AtomicBoolean writing = new AtomicBoolean(true);
            AtomicLong now = new AtomicLong(START.toEpochMilli());
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> writers = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                int offset = n;
                Reingest replica = Intakes.replica(fixture.database(), Clock.fixed(NOW, ZoneOffset.UTC));
                writers.add(threads.submit(() -> write(replica, batches, offset, now)));
            }
            writers.add(threads.submit(() -> register(fixture, seed)));
            Future<?> worker = threads.submit(() -> RollupsAreExactTest.work(fixture, now, writing));
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                assertThat(wrongBuckets(fixture)).isEmpty();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            now.set(NOW.toEpochMilli());
            writing.set(false);
            worker.get();
            threads.shutdown();

            assertThat(fixture.column("select detail from quarantine")).isEmpty();
            assertThat(fixture.column("select count(*) from observation join series using (series_id)"
                            + " where quantity = 'distance' and quality = 0"))
                    .containsExactly(String.valueOf(DEVICES * READINGS));
            assertThat(fixture.column(MISPLACED)).isEmpty();
            assertThat(fixture.column(WRONG_LEVELS)).isEmpty();
            assertThat(fixture.column(WRONG_LATEST)).isEmpty();
            assertThat(wrongBuckets(fixture)).isEmpty();
            assertThat(fixture.column("select count(*) from rollup_mark")).containsExactly("0");
            assertThat(fixture.column("select count(distinct asset_id) from series where derived"))
                    .containsExactly("3");
        }
    }

    private static List<String> wrongBuckets(Fixture fixture) {
        return fixture.column(RollupsAreExactTest.WRONG_BUCKETS.formatted("2026-07-01"));
    }

    private static void install(Fixture fixture) {
        fixture.execute(
                """
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B-' || n, 'bin', 'Bin', 9.67, 50.55, '2026-01-01Z' from generate_series(2, 3) n;
                insert into device (device_key, city_id, changed_at)
                select 'bin-' || n, 'fulda', '2026-01-01Z' from generate_series(2, 3) n;
                insert into installation (device_id, asset_id, installed_from)
                select n, n, '2026-06-30Z' from generate_series(1, 3) n;
                """);
    }

    private static Void write(Reingest replica, List<List<RawMessage>> batches, int offset, AtomicLong now)
            throws Exception {
        for (int n = offset; n < batches.size(); n += 2) {
            replica.reingest(batches.get(n));
            now.set(START.plus(Duration.between(START, NOW).multipliedBy(n).dividedBy(batches.size()))
                    .toEpochMilli());
        }
        return null;
    }

    private static Void register(Fixture fixture, long seed) throws Exception {
        Random random = new Random(seed);
        for (int n = 0; n < REGISTRATIONS; n++) {
            Instant from = anInstant(random);
            Optional<Calibration> distances = random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(new Calibration(
                            random.nextBoolean() ? from : anInstant(random), 800 + random.nextInt(400), 100));
            register(
                    fixture,
                    new Placement(
                            "bin-" + (1 + random.nextInt(DEVICES)),
                            "fulda",
                            "B-" + (1 + random.nextInt(3)),
                            from,
                            Optional.empty(),
                            distances));
            Thread.sleep(20);
        }
        return null;
    }

    private static Instant anInstant(Random random) {
        return START.plusSeconds(random.nextInt((int) Duration.ofDays(6).toSeconds()));
    }

    private static void register(Fixture fixture, Placement placement) throws SQLException {
        Author person = Author.person(NOW);
        try (Connection connection = fixture.database().getConnection()) {
            connection.setAutoCommit(false);
            LockRegistry.on(connection);
            PlaceDevices.Placed placed = PlaceDevices.on(connection, List.of(placement), person);
            Consequences consequences = placed.consequences();
            consequences.addAll(CalibrateDevices.on(connection, placed, person).consequences());
            consequences.drawOn(connection, NOW);
            AnnounceChange.on(connection);
            connection.commit();
        }
    }

    /** Six days of distances every ten minutes or so, a tenth of them twice, a tenth of them days late. */
    private static List<List<RawMessage>> shuffledBatches(long seed) {
        Random random = new Random(seed);
        List<RawMessage> messages = new ArrayList<>();
        for (int n = 0; n < READINGS; n++) {
            for (int device = 1; device <= DEVICES; device++) {
                Instant at = START.plusSeconds(n * 640L + random.nextInt(600));
                RawMessage message = new RawMessage(
                        "own",
                        "v1/fulda/bin-%d/telemetry".formatted(device),
                        "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"distance\",\"value\":%d}]}"
                                .formatted(at, 50 + random.nextInt(1_200))
                                .getBytes(StandardCharsets.UTF_8),
                        NOW);
                messages.add(message);
                if (random.nextInt(10) == 0) {
                    messages.add(message);
                }
            }
        }
        for (int n = 0; n < messages.size() / 10; n++) {
            Collections.swap(messages, random.nextInt(messages.size()), random.nextInt(messages.size()));
        }
        List<List<RawMessage>> batches = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += 30) {
            batches.add(List.copyOf(messages.subList(from, Math.min(from + 30, messages.size()))));
        }
        return batches;
    }
}
