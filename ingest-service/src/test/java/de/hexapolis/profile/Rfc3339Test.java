package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T10:15:00Z, 2026-07-01T10:15:00Z",
        "2026-07-01t10:15:00z, 2026-07-01T10:15:00Z",
        "2026-07-01 10:15:00.5+02:00, 2026-07-01T08:15:00.5Z",
        "2022-07-18T09:34:15.775023242+00:00, 2022-07-18T09:34:15.775023242Z",
        "2026-07-01T10:15:00.1234567899999-05:30, 2026-07-01T15:45:00.123456789Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    })
    void readsTimesWithOffset(String text, Instant instant) {
        assertThat(Rfc3339.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-07-01",
                "2026-07-01T10:15:00",
                "2026-07-01T10:15Z",
                "2026-02-30T10:15:00Z",
                "2026-07-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-07-01T10:15:00.Z",
                "2026-07-01T10:15:00+0200",
                "2026-07-01T10:15:00+19:00",
                "2026-07-01T10:15:00Zulu",
                "2026-07-01T10:15:00+02:00 ",
                "+026-07-01T10:15:00Z",
                "２026-07-01T10:15:00Z"
            })
    void refusesAllElse(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-17T07:31:36, 2026-10-25T00:35:00Z, 2021-08-17T05:31:36Z",
        "2026-10-25T02:30:00, 2026-10-25T00:35:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00, 2026-10-25T01:29:59Z, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00, 2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z",
        "2026-10-25T03:30:00, 2026-10-25T01:30:00Z, 2026-10-25T02:30:00Z",
    })
    void readsLocalTimesOfAZone(String text, Instant latest, Instant instant) {
        assertThat(Rfc3339.parseLocal(text, ZoneId.of("Europe/Berlin"), latest)).contains(instant);
        assertThat(Rfc3339.parseLocal(text + "Z", ZoneId.of("Europe/Berlin"), latest))
                .isEmpty();
    }
}
