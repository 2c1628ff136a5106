package de.hexapolis.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HessianHolidaysTest {
    private static final List<String> FIXED = List.of("--01-01", "--05-01", "--10-03", "--12-25", "--12-26");

    /** Good Friday, Easter Monday, Ascension Day, Whit Monday and Corpus Christi as printed in calendars. */
    @ParameterizedTest
    @CsvSource({
        "2024, 03-29 04-01 05-09 05-20 05-30",
        "2025, 04-18 04-21 05-29 06-09 06-19",
        "2026, 04-03 04-06 05-14 05-25 06-04",
        "2027, 03-26 03-29 05-06 05-17 05-27",
        "2028, 04-14 04-17 05-25 06-05 06-15",
        "2029, 03-30 04-02 05-10 05-21 05-31",
        "2030, 04-19 04-22 05-30 06-10 06-20",
        "2031, 04-11 04-14 05-22 06-02 06-12",
        "2032, 03-26 03-29 05-06 05-17 05-27",
    })
    void theTenHolidaysOfAYearAreThoseOfThePrintedCalendar(int year, String movable) {
        TreeSet<LocalDate> expected = new TreeSet<>();
        FIXED.forEach(day -> expected.add(MonthDay.parse(day).atYear(year)));
        Stream.of(movable.split(" ")).forEach(day -> expected.add(LocalDate.parse(year + "-" + day)));

        assertThat(HessianHolidays.of(year).keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void easterIsRightAtTheEdgesOfItsRangeAndInTheYearsThatFormulasGetWrong() {
        assertThat(HessianHolidays.easter(1818)).isEqualTo("1818-03-22");
        assertThat(HessianHolidays.easter(1954)).isEqualTo("1954-04-18");
        assertThat(HessianHolidays.easter(1981)).isEqualTo("1981-04-19");
        assertThat(HessianHolidays.easter(2038)).isEqualTo("2038-04-25");
        assertThat(HessianHolidays.easter(2049)).isEqualTo("2049-04-18");
    }

    @Test
    void ascensionDayOnTheFirstOfMayIsOneDayWithTwoNames() {
        assertThat(HessianHolidays.of(2008)).hasSize(9).containsKey(LocalDate.parse("2008-05-01"));
    }

    @Test
    void whatIsAHolidayElsewhereInGermanyIsNone() {
        assertThat(HessianHolidays.isHoliday(LocalDate.parse("2026-11-01"))).isFalse();
        assertThat(HessianHolidays.isHoliday(LocalDate.parse("2026-01-06"))).isFalse();
        assertThat(HessianHolidays.isHoliday(LocalDate.parse("2026-06-04"))).isTrue();
    }
}
