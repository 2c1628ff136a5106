package de.hexapolis.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @Test
    void readsTimesOfTheYearsOneTo9999() {
        assertThat(Rfc3339.instant("2026-07-01T00:00:00 02:00")).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(Rfc3339.instant("0001-01-01T00:00:00Z")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(Rfc3339.instant("9999-12-31T23:59:59Z")).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01T00:00:00",
                "+300000-01-01T00:00:00Z",
                "-4800-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "+999999999-12-31T23:59:59-18:00"
            })
    void takesNoOthers(String text) {
        assertThatThrownBy(() -> Rfc3339.instant(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
