package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-07-10T12:00:00Z");

    private static DeviceFacts device(Duration interval, Duration usualGap, Duration silentFor) {
        return new DeviceFacts(
                1, "d-1", Optional.empty(), interval, usualGap, Sensing.START, Optional.of(NOW.minus(silentFor)));
    }

    private static Verdict judge(DeviceFacts device, Optional<Episode> stored) {
        return Presets.silent().judge(new Sensing().with(device).now(NOW).sensed(), stored);
    }

    @Test
    void aDeviceIsSilentAfterThreeOfItsIntervals() {
        DeviceFacts device = device(HOUR, HOUR, HOUR.multipliedBy(3));

        assertThat(judge(device, Optional.empty()).episodes())
                .extracting(Episode::began)
                .containsExactly(NOW);
        Verdict before = judge(device(HOUR, HOUR, HOUR.multipliedBy(2)), Optional.empty());
        assertThat(before.episodes()).isEmpty();
        assertThat(before.nextAt()).isEqualTo(NOW.plus(HOUR));
    }

    @Test
    void aDailyReporterMayBeSilentForADayThoughAnHourIsRegistered() {
        assertThat(judge(device(HOUR, HOUR.multipliedBy(24), HOUR.multipliedBy(25)), Optional.empty())
                        .episodes())
                .isEmpty();
        assertThat(judge(device(HOUR, HOUR.multipliedBy(24), HOUR.multipliedBy(26)), Optional.empty())
                        .episodes())
                .hasSize(1);
    }

    @Test
    void itsFirstMessageEndsIt() {
        Episode silent = judge(device(HOUR, HOUR, HOUR.multipliedBy(4)), Optional.empty())
                .episodes()
                .get(0);
        Episode ended = judge(device(HOUR, HOUR, Duration.ofMinutes(1)), Optional.of(silent))
                .episodes()
                .get(0);

        assertThat(ended.began()).isEqualTo(silent.began());
        assertThat(ended.ended()).contains(NOW.minus(Duration.ofMinutes(1)));
    }

    @Test
    void whatThePlatformDidNotHearDoesNotCount() {
        Causes outage = new Causes(Map.of(), NOW.minus(HOUR));
        Sensing sensing =
                new Sensing().with(device(HOUR, HOUR, HOUR.multipliedBy(30))).now(NOW);

        assertThat(Presets.silent()
                        .judge(sensing.causes(outage).sensed(), Optional.empty())
                        .episodes())
                .isEmpty();
    }

    @Test
    void aCommonCauseExplainsIt() {
        Causes gateway =
                new Causes(Map.of("gateway:a84041ffff000001", NOW.minus(HOUR.multipliedBy(30))), Instant.EPOCH);
        Sensing sensing =
                new Sensing().with(device(HOUR, HOUR, HOUR.multipliedBy(30))).now(NOW);

        assertThat(Presets.silent()
                        .judge(sensing.causes(gateway).sensed(), Optional.empty())
                        .episodes())
                .isEmpty();
    }

    @Test
    void whoWasSilentBeforeTheCommonCauseWasSoByItself() {
        Causes gateway = new Causes(Map.of("gateway:a84041ffff000001", NOW.minus(HOUR)), Instant.EPOCH);
        Sensing sensing =
                new Sensing().with(device(HOUR, HOUR, HOUR.multipliedBy(30))).now(NOW);

        assertThat(Presets.silent()
                        .judge(sensing.causes(gateway).sensed(), Optional.empty())
                        .episodes())
                .hasSize(1);
    }

    @Test
    void anOutageEndsNoSilenceThatStood() {
        Episode silent = judge(device(HOUR, HOUR, HOUR.multipliedBy(30)), Optional.empty())
                .episodes()
                .get(0);
        Sensing sensing =
                new Sensing().with(device(HOUR, HOUR, HOUR.multipliedBy(30))).now(NOW);

        assertThat(Presets.silent()
                        .judge(
                                sensing.causes(new Causes(Map.of(), NOW.minus(HOUR)))
                                        .sensed(),
                                Optional.of(silent))
                        .episodes())
                .containsExactly(silent);
    }
}
