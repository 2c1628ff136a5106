package de.hexapolis.trials.crews;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.trials.report.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EpisodeCheckTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant SUNDAY = MONDAY.plus(Duration.ofDays(6));
    private static final String MISSED = "sure episodes without an alert";
    private static final String TWICE = "sure episodes with more than one";
    private static final String GROUNDLESS = "alerts without an episode";

    @Test
    void holdsWhereEachEpisodeHasItsAlert() {
        assertThat(found(List.of(episode(10, 20, true)), List.of(alert(11, 20))))
                .isEmpty();
    }

    @Test
    void findsAnEpisodeThatNobodyWasToldOf() {
        assertThat(found(List.of(episode(10, 20, true)), List.of())).containsExactly(MISSED);
    }

    @Test
    void findsTwoAlertsOfOneEpisode() {
        assertThat(found(List.of(episode(10, 40, true)), List.of(alert(11, 20), alert(30, 40))))
                .containsExactly(TWICE);
    }

    @Test
    void findsAnAlertForNothing() {
        assertThat(found(List.of(episode(10, 20, true)), List.of(alert(11, 20), alert(50, 60))))
                .containsExactly(GROUNDLESS);
    }

    @Test
    void leavesOpenWhetherAnUnsureEpisodeHasAnAlert() {
        List<TrueEpisode> episodes = List.of(episode(10, 20, true), episode(40, 50, false));
        assertThat(found(episodes, List.of(alert(11, 20)))).isEmpty();
        assertThat(found(episodes, List.of(alert(11, 20), alert(41, 45)))).isEmpty();
    }

    @Test
    void takesForUnsureWhatBeganWhileTheSimulatorWasDead() {
        List<TrueEpisode> episodes = List.of(episode(10, 20, true), episode(40, 50, true));
        EpisodeCheck check = new EpisodeCheck(episodes, List.of(alert(11, 20)), List.of(hour(39)));
        assertThat(broken(check)).isEmpty();
    }

    @Test
    void leavesOpenWhatASimulatorFeltWhenItWasStarted() {
        List<TrueEpisode> episodes = List.of(episode(10, 20, true));
        EpisodeCheck check = new EpisodeCheck(episodes, List.of(alert(11, 20), alert(51, 52)), List.of(hour(50)));
        assertThat(broken(check)).isEmpty();
    }

    private static List<String> found(List<TrueEpisode> episodes, List<ToldAlert> alerts) {
        return broken(new EpisodeCheck(episodes, alerts, List.of()));
    }

    private static List<String> broken(EpisodeCheck check) {
        Map<String, Boolean> holds =
                check.checks(MONDAY, SUNDAY).stream().collect(Collectors.toMap(Check::name, Check::holds));
        return holds.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static TrueEpisode episode(int fromHour, int untilHour, boolean sure) {
        return new TrueEpisode("fulda/B-1", "bin-full", hour(fromHour), Optional.of(hour(untilHour)), sure);
    }

    private static ToldAlert alert(int fromHour, int untilHour) {
        return new ToldAlert("fulda/B-1", "bin-full", hour(fromHour), Optional.of(hour(untilHour)));
    }

    private static Instant hour(int number) {
        return MONDAY.plus(Duration.ofHours(number));
    }
}
