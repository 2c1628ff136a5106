package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private final Exposure even =
            new Exposure(ZONE, Collections.nCopies(24, 1 / 24.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.5));

    @ParameterizedTest(name = "{0} to {1} is {2} days")
    @CsvSource({
        "2026-05-03T22:00:00Z, 2026-05-04T22:00:00Z, 1", // a Monday
        "2026-05-08T22:00:00Z, 2026-05-09T22:00:00Z, 2", // a Saturday
        "2026-05-09T10:00:00Z, 2026-05-10T10:00:00Z, 1.25", // from Saturday noon to Sunday noon
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 0.5", // a Sunday of 23 hours
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 0.5", // a Sunday of 25 hours
        "2026-05-04T22:00:00Z, 2026-05-04T22:00:00Z, 0",
        "2026-05-04T22:00:00Z, 2026-05-03T22:00:00Z, 0",
    })
    void aDayCountsByItsLocalTime(Instant from, Instant until, double days) {
        assertThat(even.between(from, until)).isCloseTo(days, within(1e-9));
    }

    @Test
    void partsAddUpToTheWhole() {
        Instant from = Instant.parse("2026-03-27T05:13:00Z");
        double sum = 0;
        for (int hour = 0; hour < 100; hour++) {
            sum += even.between(from.plusSeconds(hour * 3600L), from.plusSeconds((hour + 1) * 3600L));
        }

        assertThat(sum).isCloseTo(even.between(from, from.plusSeconds(360_000)), within(1e-9));
    }
}
