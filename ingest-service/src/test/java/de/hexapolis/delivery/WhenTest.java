package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of Fulda; 1 July 2026 is a Wednesday, 3 October 2026 a Saturday and a holiday. */
class WhenTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String CREW =
            """
            {"shifts": [{"weekdays": ["mon", "tue", "wed", "thu", "fri", "sat"], "from": "06:00", "until": "14:30"}],
             "digest": {"below": "warning", "at": ["06:15", "12:00"]}}
            """;
    private static final String CALENDAR =
            """
            {"quiet_hours": {"from": "19:00", "until": "06:00"}, "quiet_days": ["sun"], "holidays": "hesse",
             "above": "urgent"}
            """;

    @ParameterizedTest(name = "{0}, {1}, told at {2}: not before {3}")
    @CsvSource({
        "webhook, warning,  2026-07-01T10:00, 2026-07-01T10:00",
        "webhook, warning,  2026-07-01T14:30, 2026-07-02T06:00",
        "webhook, urgent,   2026-07-01T23:00, 2026-07-01T23:00",
        "push,    warning,  2026-07-03T20:00, 2026-07-04T06:00",
        "push,    info,     2026-07-04T15:00, 2026-07-06T06:00",
        "push,    info,     2026-10-02T15:00, 2026-10-05T06:00",
        "mail,    warning,  2026-07-01T10:00, 2026-07-01T10:00",
        "mail,    info,     2026-07-01T10:00, 2026-07-01T12:00",
        "mail,    info,     2026-07-01T12:00, 2026-07-02T06:15",
        "mail,    info,     2026-07-04T13:00, 2026-07-06T06:15",
        "mail,    urgent,   2026-07-05T03:00, 2026-07-05T03:00",
        "mqtt,    info,     2026-07-05T03:00, 2026-07-05T03:00",
    })
    void aCrewIsToldWhenItWorks(String kind, String severity, LocalDateTime now, LocalDateTime expected)
            throws Exception {
        CrewHours hours = CrewHours.of(json(CREW), json(CALENDAR), ZONE);

        assertThat(When.notBefore(
                                Urgency.named(severity).orElseThrow(),
                                listener(kind, Optional.of("nord")),
                                hours,
                                now.atZone(ZONE).toInstant())
                        .atZone(ZONE)
                        .toLocalDateTime())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"webhook", "mqtt"})
    void machinesOfTheCityAreToldAtOnce(String kind) throws Exception {
        CrewHours hours = CrewHours.of(json(CREW), json(CALENDAR), ZONE);

        assertThat(When.notBefore(Urgency.INFO, listener(kind, Optional.empty()), hours, MovingClock.START))
                .isEqualTo(MovingClock.START);
    }

    private static Listener listener(String kind, Optional<String> crew) throws Exception {
        ChannelKind of = ChannelKind.named(kind);
        return new Listener(1, Optional.of("fulda"), crew, of, ChannelWishes.of(of, json("{}")));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
