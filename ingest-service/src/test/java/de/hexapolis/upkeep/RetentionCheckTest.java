package de.hexapolis.upkeep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionCheckTest {
    @Test
    void takesWhatIsSetByDefaultAndTheLeast() {
        assertThatCode(() -> RetentionCheck.check(retention(Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> RetentionCheck.check(
                        retention(Map.of("raw", "P1D", "compress-after", "P7D", "quarantine", "PT24H"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "raw | 400 | hexapolis.retention.raw: 'PT6M40S' is not in whole days, 1 to 36525, such as P400D",
                "raw | PT0S | hexapolis.retention.raw: 'PT0S' is not in whole days, 1 to 36525, such as P400D",
                "raw | PT36H | hexapolis.retention.raw: 'PT36H' is not in whole days, 1 to 36525, such as P400D",
                "raw | P-9D | hexapolis.retention.raw: 'PT-216H' is not in whole days, 1 to 36525, such as P400D",
                "raw | P36526D | hexapolis.retention.raw: 'PT876624H' is not in whole days, 1 to 36525, such as P400D",
                "compress-after | P6D | hexapolis.retention.compress-after: 'PT144H' is not in whole days, 7 to 36525,"
                        + " such as P400D",
                "quarantine | 90 | hexapolis.retention.quarantine: 'PT1M30S' is not in whole days, 1 to 36525, such as"
                        + " P400D",
            })
    void refusesAWrongSettingByItsName(String setting, String value, String message) {
        assertThatThrownBy(() -> RetentionCheck.check(retention(Map.of(setting, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Retention retention(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        settings.forEach((name, value) -> all.put("hexapolis.retention." + name, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(Retention.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(Retention.class);
    }
}
