package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.DueBell;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Partitions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Writers and judges of two replicas at once, the same messages twice and in reversed order: one alert an episode. */
class OneOpenAlertTest {
    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");
    private static final int BINS = 40;
    private static final int WRITERS = 4;
    private static final int JUDGES = 4;

    @Test
    void aReadingBecomesExactlyOneAlert() throws Exception {
        try (JudgedBins bins =
                new JudgedBins(BINS, EIGHT.plusSeconds(4 * 3600)).withRule("bin-full", JudgedBins.FULL)) {
            List<List<MessageRows>> batches = batches();
            AtomicInteger writing = new AtomicInteger(WRITERS);
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + JUDGES);
            List<Future<Integer>> work = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                DataSource replica = bins.fixture().database();
                List<List<MessageRows>> own = new ArrayList<>(batches);
                if (n % 2 == 1) {
                    Collections.reverse(own);
                }
                work.add(threads.submit(() -> write(replica, own, writing)));
            }
            for (int n = 0; n < JUDGES; n++) {
                DataSource replica = bins.fixture().database();
                work.add(threads.submit(judging(bins.judge(replica), writing)));
            }
            for (Future<Integer> one : work) {
                one.get();
            }
            threads.shutdown();
            bins.judgeAll();

            assertThat(bins.fixture().column("select count(*) from due")).containsExactly("0");
            assertThat(bins.alerts()).hasSize(2 * BINS).allMatch(alert -> alert.contains(" bin-full "));
            assertThat(bins.alerts())
                    .filteredOn(alert -> alert.endsWith(" open"))
                    .hasSize(BINS);
            assertThat(bins.alerts())
                    .filteredOn(alert -> alert.contains(" 01.08:30:00 01.09:30:00 "))
                    .hasSize(BINS)
                    .allMatch(alert -> alert.endsWith(" verified"));
            assertThat(bins.alerts())
                    .filteredOn(alert -> alert.contains(" 01.10:30:00 2 open"))
                    .hasSize(BINS);
            assertThat(bins.fixture().column("select count(*) from notice where kind = 'alert.opened'"))
                    .containsExactly(
                            bins.fixture().column("select count(*) from alert").get(0));
        }
    }

    /** Of each bin: empty, full, emptied, overflowing; shuffled, and each message in two batches. */
    private static List<List<MessageRows>> batches() {
        double[] levels = {30, 88, 90, 12, 15, 96, 97, 98};
        List<MessageRows> messages = new ArrayList<>();
        for (int bin = 1; bin <= BINS; bin++) {
            for (int n = 0; n < levels.length; n++) {
                messages.add(reading(bin, EIGHT.plusSeconds(1800L * n), levels[n]));
            }
        }
        List<MessageRows> twice = new ArrayList<>(messages);
        twice.addAll(messages);
        Collections.shuffle(twice, new Random(7));
        List<List<MessageRows>> batches = new ArrayList<>();
        for (int from = 0; from < twice.size(); from += 40) {
            batches.add(twice.subList(from, Math.min(twice.size(), from + 40)));
        }
        return batches;
    }

    private static int write(DataSource replica, List<List<MessageRows>> batches, AtomicInteger writing) {
        MessageStore store = new MessageStore(replica, new Partitions(replica), new DueBell());
        try {
            batches.forEach(batch -> JudgedBins.write(store, batch));
        } finally {
            writing.decrementAndGet();
        }
        return batches.size();
    }

    private static Callable<Integer> judging(Judge judge, AtomicInteger writing) {
        return () -> {
            int judged = 0;
            while (writing.get() > 0) {
                try {
                    judged += judge.oldest();
                } catch (SQLException race) {
                    judged++;
                }
            }
            return judged;
        };
    }
}
