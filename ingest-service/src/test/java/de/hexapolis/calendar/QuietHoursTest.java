package de.hexapolis.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final QuietHours crews = CalendarReader.quietHours(
            json(
                    """
            {"quiet_hours": {"from": "19:00", "until": "06:00"}, "quiet_days": ["sun"], "holidays": "hesse",
             "also": ["2026-06-02"], "above": "urgent"}
            """));

    @ParameterizedTest(name = "{2}: at {0} it is told at {1}")
    @CsvSource({
        "2026-06-08T12:00:00Z, 2026-06-08T12:00:00Z, at noon",
        "2026-06-08T16:59:59Z, 2026-06-08T16:59:59Z, a second before",
        "2026-06-08T17:00:00Z, 2026-06-09T04:00:00Z, in the evening",
        "2026-06-08T23:30:00Z, 2026-06-09T04:00:00Z, after midnight",
        "2026-06-09T04:00:00Z, 2026-06-09T04:00:00Z, in the morning",
        "2026-06-06T20:00:00Z, 2026-06-08T04:00:00Z, over a Sunday",
        "2026-06-03T18:00:00Z, 2026-06-05T04:00:00Z, over Corpus Christi",
        "2026-06-01T18:00:00Z, 2026-06-03T04:00:00Z, over a day of the city's own",
        "2026-04-02T18:00:00Z, 2026-04-04T04:00:00Z, over Good Friday",
        "2026-04-04T18:00:00Z, 2026-04-07T04:00:00Z, over Easter",
        "2026-03-28T20:00:00Z, 2026-03-30T04:00:00Z, over the change of the clocks in spring",
        "2026-10-24T20:00:00Z, 2026-10-26T05:00:00Z, over the change of the clocks in autumn",
    })
    void whatComesInQuietHoursIsToldWhenTheyEnd(String at, String told, String when) {
        assertThat(crews.endsAt(Instant.parse(at), BERLIN)).as(when).isEqualTo(told);
        assertThat(crews.isQuiet(Instant.parse(at), BERLIN)).isEqualTo(!at.equals(told));
    }

    @Test
    void theNightOfAChangeOfTheClocksIsAnHourShorterOrLonger() {
        QuietHours nights =
                CalendarReader.quietHours(json("{\"quiet_hours\": {\"from\": \"19:00\", \"until\": \"06:00\"}}"));

        assertThat(nights.endsAt(Instant.parse("2026-03-28T18:00:00Z"), BERLIN)).isEqualTo("2026-03-29T04:00:00Z");
        assertThat(nights.endsAt(Instant.parse("2026-10-24T17:00:00Z"), BERLIN)).isEqualTo("2026-10-25T05:00:00Z");
    }

    @Test
    void anEmptyCalendarIsNeverQuiet() {
        QuietHours none = CalendarReader.quietHours(json("{\"id\": \"none\"}"));

        assertThat(none).isEqualTo(QuietHours.NONE);
        assertThat(none.isQuiet(Instant.parse("2026-12-25T02:00:00Z"), BERLIN)).isFalse();
    }

    @Test
    void itSaysFromWhichSeverityOnItIsToldAllTheSame() {
        assertThat(crews.above()).contains("urgent");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException(fault);
        }
    }
}
