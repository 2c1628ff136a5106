package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bin that fills, lingers around 70 and 85 %, and is emptied, as a noisy sensor sees it each half hour of a month. */
class NoiseAroundAThresholdTest {
    private static final int SEEDS = 1_000;
    private static final int READINGS = 30 * 48;
    private static final int CYCLE = 5 * 48;

    /** With two readings in a row instead of the preset's three, one of six thousand episodes flaps at 3 points. */
    @ParameterizedTest(name = "a noise of {0} points")
    @ValueSource(doubles = {1, 2, 3})
    void oneEpisodeIsToldForEachTrueEpisode(double sigma) {
        Threshold full = Presets.rising(Quantity.FILL_LEVEL, 10, 3, Duration.ZERO, 70, 85, 95);
        int flapping = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Point> points = new ArrayList<>();
            for (int n = 0; n < READINGS; n++) {
                double value = truth(n, seed) + sigma * random.nextGaussian();
                points.add(Sensing.point(Sensing.at(n), Math.max(0, Math.min(100, value))));
            }
            Instant now = Sensing.at(READINGS);
            Sensed sensed = new Sensing()
                    .of(Sensing.course(1, Quantity.FILL_LEVEL, "", points))
                    .now(now)
                    .sensed();
            List<Episode> told = full.judge(sensed, Optional.empty()).episodes();
            if (told.size() != READINGS / CYCLE) {
                flapping++;
            }
        }
        assertThat(flapping)
                .as("courses of %d with too many or too few episodes", SEEDS)
                .isZero();
    }

    /** Two days of filling, two days that linger at one of the thresholds and rise slowly, one day after the emptying. */
    private static double truth(int reading, int seed) {
        double lingersAt = seed % 2 == 0 ? 70 : 85;
        int inCycle = reading % CYCLE;
        if (inCycle < 96) {
            return 10 + (lingersAt - 12) * inCycle / 96;
        }
        if (inCycle < 192) {
            return lingersAt - 2 + 6.0 * (inCycle - 96) / 96;
        }
        return 5 + 5.0 * (inCycle - 192) / 48;
    }
}
