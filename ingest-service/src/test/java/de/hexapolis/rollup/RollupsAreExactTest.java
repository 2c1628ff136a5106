package de.hexapolis.rollup;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late, duplicate and shuffled readings over both changes of the clocks, while writers and workers race. */
class RollupsAreExactTest {
    private static final int SERIES = 12;
    private static final int WRITERS = 2;
    private static final int LOOKS = 10;

    /** Rows that a reader would trust (before rolled_until, no mark) and that differ from raw: none, at any moment. */
    static final String WRONG_BUCKETS =
            """
            with day as (
                select l.series_id, d.start, d.until
                from latest l
                cross join lateral (
                    select n at time zone 'Europe/Berlin' as start,
                        (n + interval '1 day') at time zone 'Europe/Berlin' as until
                    from generate_series(timestamp '%1$s', timestamp '%1$s' + interval '6 days', interval '1 day') n) d
                where d.start < l.rolled_until
                    and not exists (select from rollup_mark m where m.series_id = l.series_id and m.day = d.start)
            ), expected as (
                select 'hour' as kind, r.* from day
                    cross join lateral raw_rollup(array[day.series_id], day.start, day.until, interval '1 hour') r
                union all
                select 'day', r.* from day
                    cross join lateral raw_rollup(array[day.series_id], day.start, day.until, day.until - day.start) r
            ), found as (
                select 'hour' as kind, h.series_id, h.bucket, h.count, h.sum, h.min, h.max, h.first_value, h.first_at,
                    h.last_value, h.last_at, h.integral, h.digest
                from rollup_hour h join day on day.series_id = h.series_id
                    and h.bucket >= day.start and h.bucket < day.until
                union all
                select 'day', h.series_id, h.bucket, h.count, h.sum, h.min, h.max, h.first_value, h.first_at,
                    h.last_value, h.last_at, h.integral, h.digest
                from rollup_day h join day on day.series_id = h.series_id and h.bucket = day.start
            )
            select coalesce(e.kind, f.kind) || ' ' || coalesce(e.series_id, f.series_id) || ' '
                || coalesce(e.bucket, f.bucket) || ' expected ' || coalesce(e.count, 0) || ' found '
                || coalesce(f.count, 0)
            from expected e
            full join found f on f.kind = e.kind and f.series_id = e.series_id and f.bucket = e.bucket
            where (e.count, e.min, e.max, e.first_value, e.first_at, e.last_value, e.last_at, e.digest)
                    is distinct from
                    (f.count, f.min, f.max, f.first_value, f.first_at, f.last_value, f.last_at, f.digest)
                or abs(e.sum - f.sum) > 1e-9 * (1 + abs(e.sum))
                or abs(e.integral - f.integral) > 1e-9 * (1 + abs(e.integral))
            """;

    @ParameterizedTest
    @CsvSource({"2026-03-26, 1", "2026-10-22, 2"})
    void anyTrustedBucketEqualsRawAtAnyMoment(String firstDay, long seed) throws Exception {
        try (Fixture fixture = new Fixture(SERIES)) {
            Instant start = LocalDate.parse(firstDay).atStartOfDay(Fixture.ZONE).toInstant();
            List<List<MessageRows>> batches = shuffledBatches(start, seed);
            AtomicBoolean writing = new AtomicBoolean(true);
            AtomicLong now = new AtomicLong(start.toEpochMilli());
            AtomicInteger looks = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
            List<Future<?>> writers = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                int offset = n;
                writers.add(threads.submit(() -> write(fixture.store(), batches, offset, now, start, looks)));
            }
            List<Future<?>> workers = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                workers.add(threads.submit(() -> work(fixture, now, writing)));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                looks.incrementAndGet();
                assertThat(fixture.column(WRONG_BUCKETS.formatted(firstDay))).isEmpty();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> worker : workers) {
                worker.get();
            }
            threads.shutdown();
            assertThat(looks.get()).isGreaterThanOrEqualTo(LOOKS);
            assertThat(fixture.column("select count(*) from rollup_mark")).containsExactly("0");
            assertThat(fixture.column("select count(*) from rollup_hour").get(0))
                    .isNotEqualTo("0");
            assertThat(fixture.column(WRONG_BUCKETS.formatted(firstDay))).isEmpty();
            assertThat(fixture.column("select sum(count)::text from rollup_day"))
                    .isEqualTo(
                            fixture.column(
                                    "select count(*)::text from observation o join latest l using (series_id) where o.observed_at < l.rolled_until"));
        }
    }

    /** Six days of readings every ten minutes or so, a tenth of them twice, a tenth of them days late. */
    private static List<List<MessageRows>> shuffledBatches(Instant start, long seed) {
        Random random = new Random(seed);
        List<MessageRows> messages = new ArrayList<>();
        for (int series = 1; series <= SERIES; series++) {
            Instant at = start;
            for (int n = 0; n < 800; n++) {
                at = at.plusMillis(random.nextInt(1_300_000));
                MessageRows message =
                        message(series + "/" + n, row(series, at, Math.rint(random.nextDouble() * 1e4) / 100));
                messages.add(message);
                if (random.nextInt(10) == 0) {
                    messages.add(message);
                }
            }
        }
        messages.sort(
                Comparator.comparing(message -> message.observations().get(0).observedAt()));
        for (int n = 0; n < messages.size() / 10; n++) {
            Collections.swap(messages, random.nextInt(messages.size()), random.nextInt(messages.size()));
        }
        List<List<MessageRows>> batches = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += 100) {
            batches.add(List.copyOf(messages.subList(from, Math.min(from + 100, messages.size()))));
        }
        return batches;
    }

    /** Goes on only as fast as looks begin, so that they are spread over all batches. */
    private static void write(
            MessageStore store,
            List<List<MessageRows>> batches,
            int offset,
            AtomicLong now,
            Instant start,
            AtomicInteger looks) {
        for (int n = offset; n < batches.size(); n += WRITERS) {
            int due = 1 + n * LOOKS / batches.size();
            await().atMost(Duration.ofMinutes(1)).until(() -> looks.get() >= due);
            store.write(batches.get(n), 1);
            now.set(start.plus(Duration.ofDays(7).multipliedBy(n).dividedBy(batches.size()))
                    .toEpochMilli());
        }
    }

    static Void work(Fixture fixture, AtomicLong now, AtomicBoolean writing) throws Exception {
        AdvanceRolledUntil advanceRolledUntil = new AdvanceRolledUntil(fixture.database());
        MarkedDays marked = new MarkedDays(fixture.database());
        boolean more = true;
        while (writing.get() || more) {
            boolean last = !writing.get();
            advanceRolledUntil.run(Instant.ofEpochMilli(now.get()));
            int done = 0;
            for (int shard = 0; shard < MarkedDays.SHARDS; shard++) {
                done += marked.recompute(shard);
            }
            more = !last || done > 0;
        }
        return null;
    }
}
