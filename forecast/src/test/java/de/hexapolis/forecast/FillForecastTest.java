package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillForecastTest {
    private static final int DAYS = 28;
    private static final double LIMIT = 85;

    private final FillGroup group = PastDays.group(12, DAYS);
    private final FillProfile profile = profile(20, DAYS, group);
    private final Exposure exposure = profile.exposure(PastDays.ZONE);

    private static FillProfile profile(double pointsPerDay, int days, FillGroup group) {
        return FillProfile.fit(
                BinHistory.of(PastDays.of(pointsPerDay, days, 77), PastDays.ZONE),
                group,
                PastDays.ZONE,
                PastDays.after(days));
    }

    private FillForecast from(double level) {
        return FillForecast.of(new FillNow(PastDays.after(DAYS), level, 0.5, 1, 0.0005, 1), profile, exposure, LIMIT);
    }

    @Test
    void aBinOfTwentyPointsADayIsFullInTwoDaysFromFortyFive() {
        TimeToFull when = from(45).timeToFull();

        assertThat(profile.rate()).isCloseTo(20, within(1.0));
        assertThat(Duration.between(PastDays.after(DAYS), when.p50().orElseThrow()))
                .isBetween(Duration.ofHours(44), Duration.ofHours(52));
        assertThat(when.p10().orElseThrow()).isBefore(when.p50().orElseThrow());
        assertThat(when.p90().orElseThrow()).isAfter(when.p50().orElseThrow());
    }

    @Test
    void theFullerTheSooner() {
        assertThat(from(60).timeToFull().p50().orElseThrow())
                .isBefore(from(30).timeToFull().p50().orElseThrow());
    }

    @Test
    void theProbabilityOfBeingFullNeverFalls() {
        FillForecast forecast = from(45);
        double before = 0;
        for (int hour = 0; hour < 400; hour++) {
            double full = forecast.fullBy(PastDays.after(DAYS).plus(Duration.ofHours(hour)));
            assertThat(full).isBetween(before, 1.0);
            before = full;
        }
        assertThat(before).isGreaterThan(0.99);
    }

    @Test
    void theQuantilesOfTimeAndTheProbabilityAgree() {
        FillForecast forecast = from(45);
        Instant half = forecast.timeToFull().p50().orElseThrow();

        assertThat(forecast.fullBy(half)).isCloseTo(0.5, within(0.01));
        assertThat(1 - forecast.levelsAt(half).below(LIMIT - 0.5)).isCloseTo(0.5, within(0.08));
    }

    @Test
    void aFullBinIsFullNow() {
        assertThat(from(90).timeToFull().p90()).contains(PastDays.after(DAYS));
    }

    @Test
    void whatTakesLongerThanAFortnightIsLeftOpen() {
        FillProfile slow = profile(2, DAYS, group);
        FillForecast forecast = FillForecast.of(
                new FillNow(PastDays.after(DAYS), 5, 0.5, 1, 0.0005, 1), slow, slow.exposure(PastDays.ZONE), LIMIT);

        assertThat(forecast.timeToFull().p50()).isEmpty();
    }

    @Test
    void theWidenedIntervalIsWider() {
        FillProfile wide = profile(20, DAYS, group.widened(4));
        FillForecast forecast =
                FillForecast.of(new FillNow(PastDays.after(DAYS), 45, 0.5, 1, 0.0005, 1), wide, exposure, LIMIT);

        assertThat(length(forecast.timeToFull())).isGreaterThan(length(from(45).timeToFull()));
    }

    private static Duration length(TimeToFull when) {
        return Duration.between(when.p10().orElseThrow(), when.p90().orElseThrow());
    }

    @Test
    void aBinOfWhichLittleIsKnownFillsAsItsGroupDoes() {
        FillProfile fresh =
                FillProfile.fit(BinHistory.of(List.of(), PastDays.ZONE), group, PastDays.ZONE, PastDays.after(DAYS));

        assertThat(fresh.rate()).isEqualTo(group.rate());
        assertThat(fresh.ownShare()).isZero();
        assertThat(profile.ownShare()).isGreaterThan(0.8);
    }

    @Test
    void theLevelNowIsThatOfTheNewestReadingsWhateverASingleEchoSays() {
        List<Level> cycle = List.of(at(0, 40), at(1, 41), at(2, 41), at(3, 42), at(4, 99));

        assertThat(FillNow.of(cycle, profile, exposure).level()).isBetween(41.0, 44.0);
    }

    private static Level at(int hour, double value) {
        return new Level(PastDays.START.plus(Duration.ofHours(hour)), value);
    }
}
