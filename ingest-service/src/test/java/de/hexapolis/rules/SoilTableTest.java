package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoilTableTest {
    private static Verdict judge(int planted, String depth, double... hourly) {
        return Presets.treeDry()
                .judge(
                        new Sensing()
                                .of(Sensing.course(
                                        1,
                                        Quantity.SOIL_WATER_TENSION,
                                        depth,
                                        Sensing.points(Duration.ofHours(1), hourly)))
                                .properties(
                                        JsonNodeFactory.instance.objectNode().put("planting_year", planted))
                                .sensed(),
                        Optional.empty());
    }

    private static double[] lasting(double value) {
        double[] values = new double[8];
        java.util.Arrays.fill(values, value);
        return values;
    }

    /** It is 2026. */
    @ParameterizedTest(name = "planted {0}, {1}: {2} kPa")
    @CsvSource({
        "2026, 30cm, 32", "2026, 60cm, 32", "2026, 90cm, 32",
        "2025, 30cm, 32", "2025, 60cm, 32", "2025, 90cm, 32",
        "2024, 30cm, 80", "2024, 60cm, 32", "2024, 90cm, 32",
        "2023, 30cm, 1585", "2023, 60cm, 80", "2023, 90cm, 80",
        "2016, 30cm, 1585", "2016, 60cm, 80", "2016, 90cm, 80"
    })
    void aTreeIsDryFromItsCellOn(int planted, String depth, double limit) {
        assertThat(judge(planted, depth, lasting(limit)).episodes())
                .extracting(Episode::severity)
                .containsExactly(Severity.WARNING);
        assertThat(judge(planted, depth, lasting(limit - 0.1)).episodes()).isEmpty();
    }

    @Test
    void anOldTreeIsNotInTheTableAndATreeWithoutAYearIsInItsThird() {
        assertThat(judge(2015, "60cm", lasting(200)).episodes()).isEmpty();
        assertThat(judge(0, "60cm", lasting(79)).episodes()).isEmpty();
        assertThat(judge(0, "60cm", lasting(80)).episodes()).hasSize(1);
    }

    @Test
    void itEndsAFifthBelowTheLimit() {
        assertThat(judge(2023, "60cm", 80, 80, 80, 80, 80, 80, 80, 64.1)
                        .episodes()
                        .get(0)
                        .ended())
                .isEmpty();
        assertThat(judge(2023, "60cm", 80, 80, 80, 80, 80, 80, 80, 64)
                        .episodes()
                        .get(0)
                        .ended())
                .isPresent();
    }

    @Test
    void whereSoilWaterIsMeasuredByVolumeTheSoilSaysHowMuchOfItTreesReach() {
        Sensing sensing = new Sensing()
                .of(Sensing.course(
                        1, Quantity.SOIL_MOISTURE, "30cm", Sensing.points(Duration.ofHours(1), lasting(16.5))))
                .properties(JsonNodeFactory.instance.objectNode().put("soil", "loam"));

        assertThat(Presets.treeMoisture()
                        .judge(sensing.sensed(), Optional.empty())
                        .episodes())
                .hasSize(1);
        sensing.properties(JsonNodeFactory.instance.objectNode().put("soil", "sand"));
        assertThat(Presets.treeMoisture()
                        .judge(sensing.sensed(), Optional.empty())
                        .episodes())
                .isEmpty();
    }
}
