package de.hexapolis.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.calendar.RoundPlan.OnHoliday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundPlanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void roundsKeepTheirLocalTimeOverBothChangesOfTheClocks() {
        RoundPlan plan = weekly(OnHoliday.AS_USUAL, "06:00", MONDAY, WEDNESDAY, FRIDAY);

        assertThat(next(plan, "2026-03-27T12:00:00Z", 2))
                .as("spring")
                .containsExactly("2026-03-30T04:00:00Z", "2026-04-01T04:00:00Z");
        assertThat(next(plan, "2026-10-23T12:00:00Z", 2))
                .as("autumn")
                .containsExactly("2026-10-26T05:00:00Z", "2026-10-28T05:00:00Z");
    }

    @Test
    void aTimeThatIsSkippedIsAnHourLaterAndOneThatComesTwiceIsTheFirst() {
        RoundPlan plan = weekly(OnHoliday.AS_USUAL, "02:30", SUNDAY);

        assertThat(next(plan, "2026-03-28T12:00:00Z", 1)).containsExactly("2026-03-29T01:30:00Z");
        assertThat(next(plan, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z");
    }

    @Test
    void theNextRoundIsAfterTheInstantNeverAtIt() {
        RoundPlan plan = weekly(OnHoliday.AS_USUAL, "06:00", MONDAY);

        assertThat(next(plan, "2026-06-01T03:59:59Z", 1)).containsExactly("2026-06-01T04:00:00Z");
        assertThat(next(plan, "2026-06-01T04:00:00Z", 1)).containsExactly("2026-06-08T04:00:00Z");
    }

    @Test
    void aRoundOnAHolidayIsPutOffToTheNextWorkdaySkippedOrDoneAsUsual() {
        assertThat(days(OnHoliday.NEXT_WORKDAY, "2026-05-24", 2, MONDAY, WEDNESDAY))
                .as("Whit Monday")
                .containsExactly("2026-05-26", "2026-05-27");
        assertThat(days(OnHoliday.SKIP, "2026-05-24", 2, MONDAY, WEDNESDAY))
                .containsExactly("2026-05-27", "2026-06-01");
        assertThat(days(OnHoliday.AS_USUAL, "2026-05-24", 2, MONDAY, WEDNESDAY))
                .containsExactly("2026-05-25", "2026-05-27");
    }

    @Test
    void aRoundThatIsPutOffToAPlannedDayIsOneWithIt() {
        assertThat(days(OnHoliday.NEXT_WORKDAY, "2026-05-24", 2, MONDAY, TUESDAY))
                .containsExactly("2026-05-26", "2026-06-01");
    }

    @Test
    void christmasOnFridayPutsOffBeyondTheSundayThatIsPlannedItself() {
        assertThat(days(OnHoliday.NEXT_WORKDAY, "2026-12-24", 3, FRIDAY, SATURDAY, SUNDAY))
                .containsExactly("2026-12-27", "2026-12-28", "2027-01-02");
    }

    @Test
    void everySecondWeekCountsFromTheFirstDay() {
        RoundPlan plan = new RoundPlan(
                WeekdayCalendar.on(Set.of(TUESDAY)),
                LocalTime.of(7, 0),
                2,
                Optional.of(LocalDate.parse("2026-01-06")),
                OnHoliday.NEXT_WORKDAY);

        assertThat(next(plan, "2025-11-01T00:00:00Z", 3))
                .containsExactly("2026-01-06T06:00:00Z", "2026-01-20T06:00:00Z", "2026-02-03T06:00:00Z");
        assertThat(next(plan, "2026-12-30T00:00:00Z", 1)).containsExactly("2027-01-05T06:00:00Z");
    }

    private static RoundPlan weekly(OnHoliday onHoliday, String at, DayOfWeek... days) {
        return new RoundPlan(WeekdayCalendar.on(Set.of(days)), LocalTime.parse(at), 1, Optional.empty(), onHoliday);
    }

    private static List<String> days(OnHoliday onHoliday, String after, int count, DayOfWeek... days) {
        Instant start = LocalDate.parse(after).atTime(12, 0).atZone(BERLIN).toInstant();
        return next(weekly(onHoliday, "06:00", days), start.toString(), count).stream()
                .map(round -> Instant.parse(round).atZone(BERLIN).toLocalDate().toString())
                .toList();
    }

    private static List<String> next(RoundPlan plan, String after, int count) {
        List<String> rounds = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            at = plan.next(at, BERLIN).orElseThrow();
            rounds.add(at.toString());
        }
        return rounds;
    }
}
