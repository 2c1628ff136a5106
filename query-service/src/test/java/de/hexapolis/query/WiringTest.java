package de.hexapolis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class WiringTest {
    @Test
    void showsRealTimeUnlessToldOtherwise() {
        assertThat(new Wiring().clock(settings(Map.of())).instant()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        Map<String, String> simulated = Map.of(
                "hexapolis.clock.epoch", Instant.now().toString(),
                "hexapolis.clock.start", "2020-01-01T00:00:00Z",
                "hexapolis.clock.rate", "60");
        assertThat(new Wiring().clock(settings(simulated)).instant())
                .isBetween(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"));
    }

    @Test
    void namesTheSettingThatIsWrong() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        assertThatThrownBy(() -> new Wiring().clock(settings(Map.of("hexapolis.clock.rate", "2"))))
                .hasMessageStartingWith("hexapolis.clock.epoch: is missing");
        assertThatThrownBy(() -> new Wiring()
                        .clock(settings(Map.of(
                                "hexapolis.clock.rate", "0",
                                "hexapolis.clock.epoch", "2020-01-01T00:00:00Z",
                                "hexapolis.clock.start", "2020-01-01T00:00:00Z"))))
                .hasMessageStartingWith("hexapolis.clock.rate: ");
        assertThatThrownBy(() -> new Wiring().database(source, settings(Map.of("hexapolis.statement-limit", "PT16S"))))
                .hasMessage("hexapolis.statement-limit: PT16S is not from PT0.1S to PT15S");
        Wiring.checkRetention(settings(Map.of()));
        assertThatThrownBy(() -> settings(Map.of("hexapolis.statment-limit", "PT1S")))
                .hasMessageContaining("hexapolis.statment-limit");
    }

    @Test
    void letsOnlyThePagesReadThatAreNamed() {
        OtherOrigins named = new OtherOrigins(
                settings(Map.of("hexapolis.cors.origins", "https://dashboard.fulda.de,https://marburg.de")));
        assertThat(named.allowed("https://marburg.de")).contains("https://marburg.de");
        assertThat(named.allowed("https://marburg.de.example")).isEmpty();
        assertThat(new OtherOrigins(settings(Map.of())).allowed("https://anybody.example"))
                .contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT6M40S", "PT36H", "P36526D"})
    void keepsReadingsForWholeDays(String raw) {
        assertThatThrownBy(() -> Wiring.checkRetention(settings(Map.of("hexapolis.retention.raw", raw))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hexapolis.retention.raw: '%s' is not in whole days, 1 to 36525, such as P400D"
                        .formatted(Duration.parse(raw)));
    }

    private static QuerySettings settings(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withMapping(QuerySettings.class)
                .withDefaultValues(given)
                .build()
                .getConfigMapping(QuerySettings.class);
    }
}
