package de.hexapolis.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    @ParameterizedTest
    @CsvSource({
        "2.18.0, true",
        "2.17.2, true",
        "2.9.3, true",
        "1.7.5, true",
        "2.18, true",
        "2.18.1, false",
        "2.18.2, false",
        "2.28.3, false",
        "3.0.0-dev, false",
    })
    void knowsWhichTimescaleIsTooOld(String version, boolean tooOld) {
        assertThat(Engine.isOlder(version, "2.18.1")).isEqualTo(tooOld);
    }
}
