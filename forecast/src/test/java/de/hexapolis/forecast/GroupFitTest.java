package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFitTest {
    @Test
    void tooFewBinsAreNoGroup() {
        assertThat(PastDays.group(3, 28)).isEqualTo(FillGroup.USUAL);
    }

    @Test
    void learnsTheMeanRateAndHowFarBinsDiffer() {
        FillGroup group = PastDays.group(12, 28);

        assertThat(group.rate()).isCloseTo(15.5, within(1.0));
        assertThat(Math.sqrt(group.between())).isCloseTo(3.6 / 15.5, within(0.06));
        assertThat(group.within()).isLessThan(0.05);
        assertThat(group.intermittent()).isFalse();
    }

    @Test
    void learnsWhichWeekdaysBringMore() {
        List<BinHistory> histories = new ArrayList<>();
        for (int bin = 0; bin < 8; bin++) {
            histories.add(BinHistory.of(busySaturdays(), PastDays.ZONE));
        }

        FillGroup group = GroupFit.of(histories, FillGroup.USUAL, PastDays.ZONE, PastDays.after(42));

        assertThat(group.weekday().get(5) / group.weekday().get(1)).isCloseTo(2, within(0.3));
    }

    private static List<Level> busySaturdays() {
        List<Level> levels = new ArrayList<>();
        double level = 0;
        for (int hour = 0; hour < 42 * 24; hour++) {
            Instant at = PastDays.START.plus(Duration.ofHours(hour));
            LocalDate day = at.atZone(PastDays.ZONE).toLocalDate();
            level = level > 80 ? 0 : level + (day.getDayOfWeek().getValue() == 6 ? 1.0 : 0.5);
            levels.add(new Level(at, level));
        }
        return levels;
    }

    @Test
    void binsThatOftenStayAsTheyAreAreIntermittent() {
        List<BinHistory> histories = new ArrayList<>();
        for (int bin = 0; bin < 8; bin++) {
            List<Level> levels = new ArrayList<>();
            for (int day = 0; day < 20; day++) {
                levels.add(new Level(PastDays.after(day), (day + bin) % 5 < 3 ? 0 : (day + bin) % 5 == 3 ? 40 : 80));
            }
            histories.add(BinHistory.of(levels, PastDays.ZONE));
        }

        assertThat(GroupFit.of(histories, FillGroup.USUAL, PastDays.ZONE, PastDays.after(20))
                        .intermittent())
                .isTrue();
    }
}
