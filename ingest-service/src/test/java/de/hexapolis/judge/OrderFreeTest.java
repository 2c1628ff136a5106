package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same readings tell the same alerts, in whichever order they come and however few of them are looked at. */
class OrderFreeTest {
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofHours(20);
    private static final int COURSES = 300;

    @Test
    void coursesThatComeInShuffledBatchesTellTheSameAlertsAsAtOnce() throws SQLException {
        try (JudgedBins bins = bins()) {
            List<MessageRows> inOrder = new ArrayList<>();
            List<List<MessageRows>> shuffled = new ArrayList<>();
            for (int n = 1; n <= COURSES; n++) {
                RoughCourse course = RoughCourse.seeded(n, START, LENGTH);
                inOrder.addAll(messages(n, course));
                List<MessageRows> late = new ArrayList<>(messages(COURSES + n, course));
                Collections.shuffle(late, new Random(n));
                deal(late, shuffled, new SplittableRandom(n));
            }
            JudgedBins.write(bins.store(), inOrder);
            bins.judgeAll();
            MessageStore store = bins.store();
            for (List<MessageRows> batch : shuffled) {
                JudgedBins.write(store, batch);
                bins.judgeAll();
            }

            assertThat(differences(bins, false)).isEmpty();
            assertThat(bins.alerts()).hasSizeGreaterThan(COURSES);
            assertThat(bins.fixture().column("select count(*) from due")).containsExactly("0");
        }
    }

    @Test
    void judgingOnlyWhatLeavesItsBandTellsTheSameAsJudgingEverything() throws SQLException {
        try (JudgedBins bins = bins()) {
            int steps = 0;
            List<List<MessageRows>> all = new ArrayList<>();
            List<List<MessageRows>> banded = new ArrayList<>();
            for (int n = 1; n <= COURSES; n++) {
                RoughCourse course = RoughCourse.seeded(n, START, LENGTH);
                all.add(messages(n, course));
                banded.add(messages(COURSES + n, course));
                steps = Math.max(steps, course.readings().size());
            }
            int readings = 0;
            int judged = 0;
            MessageStore store = bins.store();
            for (int step = 0; step < steps; step++) {
                JudgedBins.write(store, step(all, step));
                bins.judgeAll();
                bins.fixture()
                        .execute(
                                "update latest set quiet_low = 'infinity', quiet_high = '-infinity' where series_id <= "
                                        + COURSES);
                List<MessageRows> quiet = step(banded, step);
                readings += quiet.size();
                JudgedBins.write(store, quiet);
                judged += bins.judgeAll();
            }

            assertThat(differences(bins, true)).isEmpty();
            assertThat(bins.alerts()).hasSizeGreaterThan(COURSES);
            assertThat(judged).isLessThan(readings / 2);
        }
    }

    private static JudgedBins bins() {
        return new JudgedBins(2 * COURSES, START.plus(LENGTH)).withRule("bin-full", JudgedBins.FULL);
    }

    private static List<MessageRows> messages(int bin, RoughCourse course) {
        return course.readings().stream()
                .map(one -> reading(bin, one.at(), one.value()))
                .toList();
    }

    /** Deals readings to six batches. */
    private static void deal(List<MessageRows> messages, List<List<MessageRows>> batches, SplittableRandom dice) {
        while (batches.size() < 6) {
            batches.add(new ArrayList<>());
        }
        messages.forEach(message -> batches.get(dice.nextInt(batches.size())).add(message));
    }

    private static List<MessageRows> step(List<List<MessageRows>> courses, int step) {
        return courses.stream()
                .filter(course -> step < course.size())
                .map(course -> course.get(step))
                .toList();
    }

    /**
     * What the second half of the bins tells otherwise than the first, which had the same courses.
     *
     * @param alsoSeverity an alert's severity never falls, so it may be that of a moment at which readings were missing
     */
    private static List<String> differences(JudgedBins bins, boolean alsoSeverity) {
        List<String> alerts = bins.alerts();
        List<String> differences = new ArrayList<>();
        for (int n = 1; n <= COURSES; n++) {
            List<String> one = of(alerts, n);
            List<String> other = of(alerts, COURSES + n);
            boolean isSame = alsoSeverity ? one.equals(other) : isSameOrWorse(one, other);
            if (!isSame) {
                differences.add("%d: %s, not %s".formatted(n, other, one));
            }
        }
        return differences;
    }

    private static boolean isSameOrWorse(List<String> one, List<String> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(n -> other.get(n)
                                        .replaceAll(" \\d ", " ")
                                        .equals(one.get(n).replaceAll(" \\d ", " "))
                                && severity(other.get(n)) >= severity(one.get(n)));
    }

    private static int severity(String alert) {
        List<String> words = List.of(alert.split(" ", -1));
        return Integer.parseInt(words.get(words.size() - 2));
    }

    private static List<String> of(List<String> alerts, int bin) {
        return alerts.stream()
                .filter(alert -> alert.startsWith(bin + " "))
                .map(alert -> alert.substring(alert.indexOf(' ') + 1))
                .toList();
    }
}
