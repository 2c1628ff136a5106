package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped curve of the Watermark probe against the maker's formula, which is linear in eight stretches. */
class WatermarkCurveTest {
    private final DeviceProfile kiwi = ShippedProfiles.named("tektelic/t00059xx-kiwi");

    @ParameterizedTest
    @CsvSource({
        "293, 485, 200, 0.5208",
        "485, 600, 100, 0.2174",
        "600, 770, 75, 0.1176",
        "770, 1110, 55, 0.05884",
        "1110, 2820, 35, 0.01170",
        "2820, 4330, 15, 0.003974",
        "4330, 6430, 9, 0.004286"
    })
    void followsTheFormulaInEachStretch(int from, int until, double kilopascalsAtFrom, double perHertz) {
        for (int hertz = from; hertz <= until; hertz++) {
            assertThat(tensionAt(hertz))
                    .as("at %d Hz", hertz)
                    .isCloseTo(kilopascalsAtFrom - (hertz - from) * perHertz, within(0.02));
        }
    }

    @Test
    void neverRisesOrJumpsWithTheFrequency() {
        for (int hertz = 200; hertz < 7_000; hertz++) {
            assertThat(tensionAt(hertz) - tensionAt(hertz + 1))
                    .as("from %d Hz on", hertz)
                    .isBetween(0.0, 0.53);
        }
    }

    private double tensionAt(int hertz) {
        return kiwi
                .map(new Uplink(
                        new DeviceId("d"),
                        new ObjectMapper().createObjectNode().put("input1_frequency", hertz),
                        10,
                        Instant.EPOCH))
                .measurements()
                .stream()
                .filter(measurement -> measurement.quantity() == Quantity.SOIL_WATER_TENSION)
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElseThrow();
    }
}
