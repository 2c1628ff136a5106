package de.hexapolis.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String EARLY =
            "{\"shifts\": [{\"weekdays\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"], \"from\": \"06:00\", \"until\": \"14:30\"}]";

    @ParameterizedTest(name = "{2}: from {0} on at {1}")
    @CsvSource({
        "2026-06-08T04:00:00Z, 2026-06-08T04:00:00Z, at its beginning",
        "2026-06-08T12:29:59Z, 2026-06-08T12:29:59Z, at its last second",
        "2026-06-08T12:30:00Z, 2026-06-09T04:00:00Z, at its end",
        "2026-06-05T13:00:00Z, 2026-06-08T04:00:00Z, over the weekend",
        "2026-06-03T13:00:00Z, 2026-06-05T04:00:00Z, over Corpus Christi",
        "2026-03-27T14:00:00Z, 2026-03-30T04:00:00Z, into summer time",
        "2026-10-23T14:00:00Z, 2026-10-26T05:00:00Z, into winter time",
    })
    void aCrewIsOnWithinItsShiftElseFromTheNextOne(String at, String on, String when) {
        Shifts shifts = shifts(EARLY + "}");

        assertThat(shifts.onFrom(Instant.parse(at), BERLIN)).as(when).contains(Instant.parse(on));
        assertThat(shifts.isOn(Instant.parse(at), BERLIN)).isEqualTo(at.equals(on));
    }

    @Test
    void aCrewThatWorksOnHolidaysIsOnThen() {
        Instant corpusChristi = Instant.parse("2026-06-04T08:00:00Z");

        assertThat(shifts(EARLY + "}").isOn(corpusChristi, BERLIN)).isFalse();
        assertThat(shifts(EARLY + ", \"on_holiday\": \"as_usual\"}").isOn(corpusChristi, BERLIN))
                .isTrue();
    }

    @Test
    void aShiftOverMidnightBelongsToTheDayOnWhichItBegins() {
        Shifts nights = shifts("{\"shifts\": [{\"weekdays\": [\"sat\"], \"from\": \"22:00\", \"until\": \"06:00\"}]}");

        assertThat(nights.isOn(Instant.parse("2026-10-25T04:30:00Z"), BERLIN))
                .as("before six, winter time")
                .isTrue();
        assertThat(nights.isOn(Instant.parse("2026-10-25T05:00:00Z"), BERLIN)).isFalse();
        assertThat(nights.isOn(Instant.parse("2026-10-25T21:00:00Z"), BERLIN))
                .as("Sunday night")
                .isFalse();
    }

    @Test
    void aCrewWithoutShiftsIsAlwaysOn() {
        assertThat(shifts("{}").isOn(Instant.parse("2026-12-25T02:00:00Z"), BERLIN))
                .isTrue();
    }

    private static Shifts shifts(String crew) {
        try {
            return CalendarReader.shifts(new ObjectMapper().readTree(crew));
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException(fault);
        }
    }
}
