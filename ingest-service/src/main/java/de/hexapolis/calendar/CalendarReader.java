package de.hexapolis.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calendars from their documents, which were checked when they were loaded. Stateless. */
public final class CalendarReader {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private CalendarReader() {}

    /** A calendar of the rules: {@code {quiet_hours: {from, until}, quiet_days, holidays, also, above}}. */
    public static QuietHours quietHours(JsonNode calendar) {
        WeekdayCalendar days = new WeekdayCalendar(
                weekdays(calendar.path("quiet_days")),
                calendar.path("holidays").asText().equals("hesse"),
                set(calendar.path("also"), LocalDate::parse));
        return new QuietHours(
                span(calendar.path("quiet_hours")),
                days,
                Optional.ofNullable(calendar.path("above").textValue()));
    }

    /** What a crew's document says: {@code {shifts: [{weekdays, from, until}], on_holiday}}. */
    public static Shifts shifts(JsonNode crew) {
        List<Shifts.Shift> shifts = new ArrayList<>();
        for (JsonNode shift : crew.path("shifts")) {
            span(shift)
                    .ifPresent(span ->
                            shifts.add(new Shifts.Shift(WeekdayCalendar.on(weekdays(shift.path("weekdays"))), span)));
        }
        return new Shifts(shifts, !crew.path("on_holiday").asText().equals("as_usual"));
    }

    /** A planned round: {@code {weekdays, at, every_weeks, from, on_holiday}}. */
    public static RoundPlan round(JsonNode round) {
        String onHoliday = round.path("on_holiday").asText("as_usual");
        return new RoundPlan(
                WeekdayCalendar.on(weekdays(round.path("weekdays"))),
                LocalTime.parse(round.path("at").asText()),
                round.path("every_weeks").asInt(1),
                Optional.ofNullable(round.path("from").textValue()).map(LocalDate::parse),
                RoundPlan.OnHoliday.valueOf(onHoliday.toUpperCase(Locale.ROOT)));
    }

    /** {@code {months, weekdays}}. */
    public static Season season(JsonNode season) {
        return new Season(
                set(season.path("months"), text -> Month.of(Integer.parseInt(text))),
                weekdays(season.path("weekdays")));
    }

    private static Optional<DailySpan> span(JsonNode span) {
        return span.has("from")
                ? Optional.of(new DailySpan(
                        LocalTime.parse(span.path("from").asText()),
                        LocalTime.parse(span.path("until").asText())))
                : Optional.empty();
    }

    private static Set<DayOfWeek> weekdays(JsonNode names) {
        return set(names, name -> DayOfWeek.of(WEEKDAYS.indexOf(name) + 1));
    }

    private static <T> Set<T> set(JsonNode texts, Function<String, T> parser) {
        Set<String> all = new HashSet<>();
        texts.forEach(text -> all.add(text.asText()));
        return all.stream().map(parser).collect(Collectors.toSet());
    }
}
