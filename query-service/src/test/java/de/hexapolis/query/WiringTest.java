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

    @Test
    void letsNoPageReadIfToldSo() {
        OtherOrigins none = new OtherOrigins(settings(Map.of("hexapolis.cors.origins", "none")));
        assertThat(none.allowed("https://dashboard.fulda.de")).isEmpty();
        assertThat(none.allowed("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dashboard.fulda.de",
                "http://localhost:3000",
                "https://a.de, https://b.de",
                "http://[::1]:3000",
                "capacitor://localhost"
            })
    void takesOriginsAsBrowsersWriteThem(String origins) {
        OtherOrigins named = new OtherOrigins(settings(Map.of("hexapolis.cors.origins", origins)));
        assertThat(origins.split(", ", -1))
                .allSatisfy(origin -> assertThat(named.allowed(origin)).contains(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dashboard.fulda.de/",
                "dashboard.fulda.de",
                "https://Dashboard.fulda.de",
                "https://dashboard.fulda.de:443",
                "http://dashboard.fulda.de:80",
                "https://*.fulda.de",
                "https://köln.de"
            })
    void refusesOriginsThatNoBrowserNames(String origin) {
        QuerySettings settings = settings(Map.of("hexapolis.cors.origins", "https://marburg.de," + origin));
        assertThatThrownBy(() -> new OtherOrigins(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hexapolis.cors.origins: '%s' is not an origin".formatted(origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*,https://marburg.de", "https://marburg.de,none"})
    void refusesWordsForAllOrNoneBesideOrigins(String origins) {
        QuerySettings settings = settings(Map.of("hexapolis.cors.origins", origins));
        assertThatThrownBy(() -> new OtherOrigins(settings)).hasMessageContaining("'*' and 'none' stand alone");
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
