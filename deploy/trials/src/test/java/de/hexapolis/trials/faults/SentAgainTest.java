package de.hexapolis.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentAgainTest {
    private static final int WINDOW = Scene.RECEIVE_MAXIMUM;

    @Test
    void holdsWhereLessThanAWindowComesAgain() {
        SentAgain again = SentAgain.before(Map.of(0, duplicates(70), 1, duplicates(5_000)), 0);

        Check check = again.after("the restart", Map.of(0, duplicates(20), 1, duplicates(5_010)));

        assertThat(check.found()).isEqualTo("30 messages");
        assertThat(check.holds()).isTrue();
    }

    @Test
    void failsWhereTheReplicaThatStaysCountsAWindow() {
        SentAgain again = SentAgain.before(Map.of(0, duplicates(0), 1, duplicates(9)), 0);

        assertThat(again.after("the restart", Map.of(0, duplicates(0), 1, duplicates(9 + WINDOW)))
                        .holds())
                .isFalse();
    }

    @Test
    void failsWhereTheRestartedOneCountsAWindow() {
        SentAgain again = SentAgain.before(Map.of(0, duplicates(WINDOW), 1, duplicates(0)), 0);

        assertThat(again.after("the restart", Map.of(0, duplicates(WINDOW), 1, duplicates(0)))
                        .holds())
                .isFalse();
    }

    @Test
    void countsAtTheOthersWhatAReplicaThatDoesNotComeBackLeft() {
        SentAgain again = SentAgain.before(Map.of(0, duplicates(1), 1, duplicates(2), 2, duplicates(900)), 2);

        assertThat(again.after("the end", Map.of(0, duplicates(1), 1, duplicates(12)))
                        .found())
                .isEqualTo("10 messages");
    }

    private static Metrics duplicates(double number) {
        return new Metrics(Map.of("hexapolis_messages_duplicate_total", number));
    }
}
