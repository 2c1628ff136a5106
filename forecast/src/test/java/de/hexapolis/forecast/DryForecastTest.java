package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryForecastTest {
    private static final Instant JULY = Instant.parse("2026-07-01T06:00:00Z");

    /** Tensions of a soil that dries by {@code slope} in a day of July, each six hours. */
    private static List<Level> drying(double startKpa, double slope, int days) {
        List<Level> spell = new ArrayList<>();
        for (int tick = 0; tick < days * 4; tick++) {
            Instant at = JULY.plus(Duration.ofHours(6L * tick));
            spell.add(new Level(at, startKpa * Math.exp(slope * Demand.between(JULY, at, PastDays.ZONE))));
        }
        return spell;
    }

    @Test
    void demandThatPassesHasPassed() {
        Instant then = Demand.passed(12.5, JULY, PastDays.ZONE).orElseThrow();

        assertThat(Demand.between(JULY, then, PastDays.ZONE)).isCloseTo(12.5, within(0.01));
        assertThat(Demand.on(LocalDate.of(2026, 7, 16))).isCloseTo(1, within(0.02));
        assertThat(Demand.passed(200, JULY, PastDays.ZONE)).isEmpty();
    }

    @Test
    void aSoilThatDriesEvenlyIsDryWhenItsCurveSaysSo() {
        List<List<Level>> spells = DryingSpells.of(drying(10, 0.12, 10));
        DryProfile profile = DryProfile.fit(spells, DryProfile.usual(30), PastDays.ZONE);
        DaysToDry when = DryForecast.of(spells.get(0), profile, 80, PastDays.ZONE);

        assertThat(profile.slope()).isBetween(0.12, 0.14);
        Instant expected =
                Demand.passed(Math.log(8) / 0.12, JULY, PastDays.ZONE).orElseThrow();
        assertThat(when.p10().orElseThrow()).isBefore(expected);
        assertThat(when.p90().orElseThrow()).isAfter(expected);
        assertThat(Duration.between(when.p50().orElseThrow(), expected).abs()).isLessThan(Duration.ofDays(2));
    }

    @Test
    void aWettingBeginsASpell() {
        List<Level> tensions = new ArrayList<>(drying(10, 0.12, 8));
        Instant end = tensions.get(tensions.size() - 1).at();
        drying(9, 0.12, 4)
                .forEach(level -> tensions.add(new Level(
                        end.plus(Duration.ofHours(6)).plus(Duration.between(JULY, level.at())), level.value())));

        assertThat(DryingSpells.of(tensions)).hasSize(2);
    }

    @Test
    void aSoilThatIsDryIsDryNow() {
        List<List<Level>> spells = DryingSpells.of(drying(90, 0.12, 3));

        assertThat(DryForecast.of(spells.get(0), DryProfile.usual(30), 80, PastDays.ZONE)
                        .p90())
                .contains(spells.get(0).get(spells.get(0).size() - 1).at());
    }

    @Test
    void aForecastThatIsCarriedSaysFromHowManyAndIsWider() {
        DaysToDry carried = DryForecast.carried(List.of(10.0, 12.0, 14.0), JULY, PastDays.ZONE);

        assertThat(carried.carriedFrom()).isEqualTo(3);
        assertThat(Demand.between(JULY, carried.p50().orElseThrow(), PastDays.ZONE))
                .isCloseTo(12, within(0.01));
        assertThat(Demand.between(JULY, carried.p10().orElseThrow(), PastDays.ZONE))
                .isLessThan(10);
    }
}
