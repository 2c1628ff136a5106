package de.hexapolis.query.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.hexapolis.query.status.StatusRule.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final StatusRule BIN = StatusRule.of(
            List.of(new Step("empty", 0), new Step("ok", 20), new Step("soon", 70), new Step("full", 85)));
    private static final StatusRule MOISTURE =
            StatusRule.of(List.of(new Step("good", 100), new Step("moderate", 20), new Step("critical", 10)));

    @ParameterizedTest
    @CsvSource({"-1,empty", "0,empty", "19.9,empty", "20,ok", "69.9,ok", "70,soon", "85,full", "100,full"})
    void findsTheStepThatAValueHasReached(double value, String word) {
        assertThat(BIN.judge(of(reading("", value, 0, 1)), Optional.empty(), NOW)
                        .word())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"50,good", "20,moderate", "11,moderate", "10,critical", "0,critical"})
    void readsStepsThatFallTowardsWorse(double value, String word) {
        assertThat(MOISTURE.judge(of(reading("", value, 0, 1)), Optional.empty(), NOW)
                        .word())
                .isEqualTo(word);
    }

    @Test
    void letsTheWorstChannelDecide() {
        AssetState state = BIN.judge(of(reading("left", 90, 0, 2), reading("right", 10, 0, 1)), Optional.empty(), NOW);
        assertThat(state.word()).isEqualTo("full");
        assertThat(state.reading().orElseThrow().channel()).isEqualTo("left");
    }

    @Test
    void forgetsChannelsThatHaveFallenSilent() {
        AssetState state = BIN.judge(of(reading("left", 90, 0, 27), reading("right", 10, 0, 1)), Optional.empty(), NOW);
        assertThat(state.word()).isEqualTo("empty");
    }

    @Test
    void knowsNothingAfterThreeIntervalsOfSilence() {
        assertThat(BIN.judge(of(reading("", 90, 0, 26)), Optional.empty(), NOW).word())
                .isEqualTo("full");
        AssetState silent = BIN.judge(of(reading("", 90, 0, 27)), Optional.empty(), NOW);
        assertThat(silent.word()).isEqualTo("unknown");
        assertThat(silent.reading()).isPresent();
        Reading daily = new Reading(1, "fill_level", "", 90, 0, NOW.minus(Duration.ofHours(71)), Duration.ofDays(1));
        assertThat(BIN.judge(of(daily), Optional.empty(), NOW).word()).isEqualTo("full");
        assertThat(BIN.judge(of(), Optional.empty(), NOW)).isEqualTo(new AssetState("unknown", Optional.empty()));
    }

    @Test
    void callsItAFaultWhenNothingIsToBeBelieved() {
        assertThat(BIN.judge(of(reading("", 140, 2, 1)), Optional.empty(), NOW).word())
                .isEqualTo("fault");
    }

    @Test
    void knowsNothingOfAKindWithoutThresholds() {
        assertThat(StatusRule.NONE
                        .judge(of(reading("", 50, 0, 1)), Optional.empty(), NOW)
                        .word())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 30cm, 26, moderate", // the year of planting counts as the first
        "2025, 30cm, 24, good",
        "2025, 30cm, 32, critical",
        "2024, 30cm, 32, good",
        "2024, 30cm, 62, moderate",
        "2024, 60cm, 32, critical",
        "2023, 30cm, 200, good", // from the third year on the top layer is left alone
        "2023, 60cm, 80, critical",
        "1980, 60cm, 79, good",
        "2025, 45cm, 40, moderate", // a depth that the table does not know
        "    , 30cm, 32, good",
        "    , 30cm, 81, critical",
    })
    void readsTheTableOfStandingYearsAndDepths(Integer planted, String channel, double tension, String word) {
        Sensed tree = new Sensed("tree", Optional.ofNullable(planted));
        tree.add(reading(channel, tension, 0, 1), true);
        assertThat(tree().judge(tree, Optional.empty(), NOW).word()).isEqualTo(word);
    }

    @Test
    void knowsNothingOfFrozenSoil() {
        Sensed tree = of(reading("30cm", 200, 0, 1), reading("60cm", 20, 0, 1));
        tree.add(reading("30cm", 0.4, 0, 1), false);
        assertThat(tree().judge(tree, Optional.empty(), NOW).word()).isEqualTo("good");
        tree.add(reading("", 0.4, 0, 1), false);
        assertThat(tree().judge(tree, Optional.empty(), NOW).word()).isEqualTo("unknown");
        Sensed inSpring = of(reading("30cm", 200, 0, 1));
        inSpring.add(reading("", 0.4, 0, 40), false);
        assertThat(tree().judge(inSpring, Optional.empty(), NOW).word()).isEqualTo("critical");
    }

    @Test
    void saysThatATreeHasBeenWateredWhateverElseItSays() {
        Reading top = reading("30cm", 12, 0, 1);
        Sensed tree = of(top, reading("60cm", 200, 0, 1));
        assertThat(tree().witness(tree, NOW)).contains(top);
        assertThat(tree().judge(tree, Optional.of(top), NOW)).isEqualTo(new AssetState("watered", Optional.of(top)));
        assertThat(tree().witness(of(reading("60cm", 12, 0, 1), reading("90cm", 12, 0, 1)), NOW))
                .isEmpty();
        assertThat(tree().witness(of(reading("30cm", 12, 2, 1)), NOW)).isEmpty();
    }

    @Test
    void wantsAFallByAShareAndByAnAmount() {
        Wetting wetting = tree().wetting().orElseThrow();
        assertThat(wetting.dryFrom(7)).isEqualTo(17);
        assertThat(wetting.dryFrom(70)).isCloseTo(100, within(1e-9));
    }

    @Test
    void takesASlipInThePackAsNotThere() throws IOException {
        JsonNode settings = new ObjectMapper()
                .readTree(
                        "{\"status\":[{\"word\":\"good\",\"from\":0},{\"word\":1}],\"wetting\":{\"within\":\"a day\"}}");
        assertThat(StatusSettings.ruleOf(settings)).isEqualTo(StatusRule.of(List.of(new Step("good", 0))));
    }

    /** As the base pack has it. */
    private static StatusRule tree() {
        try {
            Path pack = Path.of("../deploy/blueprints/base/blueprint.yaml");
            for (JsonNode kind : new YAMLMapper().readTree(pack.toFile()).path("kinds")) {
                if (kind.path("kind").asText().equals("tree")) {
                    return StatusSettings.ruleOf(kind.path("settings"));
                }
            }
            throw new IllegalStateException("no tree in " + pack);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Sensed of(Reading... readings) {
        Sensed sensed = new Sensed("bin", Optional.empty());
        for (Reading reading : readings) {
            sensed.add(reading, true);
        }
        return sensed;
    }

    private static Reading reading(String channel, double value, int quality, int hoursAgo) {
        return new Reading(
                1, "fill_level", channel, value, quality, NOW.minus(Duration.ofHours(hoursAgo)), Duration.ofHours(1));
    }
}
