package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void nobodyGainsBySayingAnotherProbabilityThanTheTrueOne() {
        double truth = 0.3;
        for (double said = 0; said <= 1; said += 0.05) {
            double expected = truth * Scores.brier(said, true) + (1 - truth) * Scores.brier(said, false);
            assertThat(expected).isGreaterThanOrEqualTo(truth * (1 - truth) - 1e-12);
        }
    }

    @Test
    void thePinballLossIsLeastAtTheQuantile() {
        SplittableRandom random = new SplittableRandom(1);
        double[] loss = new double[11];
        for (int draw = 0; draw < 20_000; draw++) {
            double came = random.nextDouble();
            for (int i = 0; i <= 10; i++) {
                loss[i] += Scores.pinball(0.9, i / 10.0, came);
            }
        }

        for (int i = 0; i <= 10; i++) {
            assertThat(loss[9]).isLessThanOrEqualTo(loss[i]);
        }
        assertThat(Scores.pinball(0.9, 2, 5)).isCloseTo(2.7, within(1e-9));
    }
}
