package de.hexapolis.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.status.StatusRule.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final StatusRule BIN = new StatusRule(
            List.of(new Step("empty", 0), new Step("ok", 20), new Step("soon", 70), new Step("full", 85)));
    private static final StatusRule MOISTURE =
            new StatusRule(List.of(new Step("good", 100), new Step("moderate", 20), new Step("critical", 10)));

    @ParameterizedTest
    @CsvSource({"-1,empty", "0,empty", "19.9,empty", "20,ok", "69.9,ok", "70,soon", "85,full", "100,full"})
    void findsTheStepThatAValueHasReached(double value, String word) {
        assertThat(BIN.judge(List.of(reading("", value, 0, 1)), NOW).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"50,good", "20,moderate", "11,moderate", "10,critical", "0,critical"})
    void readsStepsThatFallTowardsWorse(double value, String word) {
        assertThat(MOISTURE.judge(List.of(reading("", value, 0, 1)), NOW).word())
                .isEqualTo(word);
    }

    @Test
    void letsTheWorstChannelDecide() {
        AssetState state = BIN.judge(List.of(reading("left", 90, 0, 2), reading("right", 10, 0, 1)), NOW);
        assertThat(state.word()).isEqualTo("full");
        assertThat(state.reading().orElseThrow().channel()).isEqualTo("left");
    }

    @Test
    void forgetsChannelsThatHaveFallenSilent() {
        AssetState state = BIN.judge(List.of(reading("left", 90, 0, 27), reading("right", 10, 0, 1)), NOW);
        assertThat(state.word()).isEqualTo("empty");
    }

    @Test
    void knowsNothingAfterThreeIntervalsOfSilence() {
        assertThat(BIN.judge(List.of(reading("", 90, 0, 26)), NOW).word()).isEqualTo("full");
        AssetState silent = BIN.judge(List.of(reading("", 90, 0, 27)), NOW);
        assertThat(silent.word()).isEqualTo("unknown");
        assertThat(silent.reading()).isPresent();
        Reading daily = new Reading("fill_level", "", 90, 0, NOW.minus(Duration.ofHours(71)), Duration.ofDays(1));
        assertThat(BIN.judge(List.of(daily), NOW).word()).isEqualTo("full");
        assertThat(BIN.judge(List.of(), NOW)).isEqualTo(new AssetState("unknown", Optional.empty()));
    }

    @Test
    void callsItAFaultWhenNothingIsToBeBelieved() {
        assertThat(BIN.judge(List.of(reading("", 140, 2, 1)), NOW).word()).isEqualTo("fault");
    }

    @Test
    void knowsNothingOfAKindWithoutThresholds() {
        assertThat(StatusRule.NONE.judge(List.of(reading("", 50, 0, 1)), NOW).word())
                .isEqualTo("unknown");
    }

    private static Reading reading(String channel, double value, int quality, int hoursAgo) {
        return new Reading(
                "fill_level", channel, value, quality, NOW.minus(Duration.ofHours(hoursAgo)), Duration.ofHours(1));
    }
}
