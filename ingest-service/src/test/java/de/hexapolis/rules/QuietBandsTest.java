package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.rules.FoldIsOrderFreeTest.Case;
import de.hexapolis.rules.FoldIsOrderFreeTest.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuietBandsTest {
    private static final int COURSES = 1_500;

    static List<Case> conditions() {
        return FoldIsOrderFreeTest.conditions();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void judgingOnlyWhatLeavesItsBandTellsTheSameEpisodes(Case one) {
        SplittableRandom seeds = new SplittableRandom(85);
        int quiet = 0;
        int all = 0;
        for (int n = 0; n < COURSES; n++) {
            List<Item> items = FoldIsOrderFreeTest.items(one, seeds.split());
            Book atOnce = new Book(one.condition());
            atOnce.judge(FoldIsOrderFreeTest.sensed(one, items), Sensing.START);
            Gate gate = new Gate(one);
            quiet += gate.run(items);
            all += items.size();

            assertThat(gate.book.stored()).as("course %d: %s", n, items).isEqualTo(atOnce.stored());
        }
        assertThat(quiet).as("quiet readings of %d", all).isPositive();
    }

    /** Judges what leaves its band, and at the times that a verdict asks for. */
    private static final class Gate {
        final Book book;
        private final Case one;
        private final Map<Integer, Quiet> bands = new HashMap<>();
        private Instant nextAt = Instant.MAX;

        Gate(Case one) {
            this.one = one;
            this.book = new Book(one.condition());
        }

        int run(List<Item> items) {
            int quiet = 0;
            for (int n = 0; n < items.size(); n++) {
                Item item = items.get(n);
                while (!nextAt.isAfter(item.at())) {
                    judge(FoldIsOrderFreeTest.sensedAt(one, items.subList(0, n), nextAt), nextAt);
                }
                Quiet band = bands.getOrDefault(item.series(), Quiet.NEVER);
                if (item.series() > 0 && band.contains(item.value())) {
                    quiet++;
                } else {
                    judge(FoldIsOrderFreeTest.sensed(one, items.subList(0, n + 1)), item.at());
                }
            }
            return quiet;
        }

        private void judge(Sensed sensed, Instant from) {
            Verdict verdict = book.judge(sensed, from);
            sensed.courses()
                    .forEach(course -> bands.put(
                            course.seriesId(), verdict.quiet().getOrDefault(course.seriesId(), Quiet.ALWAYS)));
            nextAt = verdict.nextAt();
        }
    }
}
