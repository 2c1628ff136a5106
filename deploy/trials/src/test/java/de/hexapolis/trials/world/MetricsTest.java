package de.hexapolis.trials.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = Metrics.parse(
            """
            # HELP hexapolis_mqtt_arrived_total Messages
            # TYPE hexapolis_mqtt_arrived_total counter
            hexapolis_mqtt_arrived_total{source="own"} 12.0
            hexapolis_mqtt_arrived_total{source="chirpstack"} 3.0
            hexapolis_messages_in_flight 2.0
            hexapolis_mqtt_unacknowledged{source="own"} 1.0E3
            """);

    @Test
    void sumsOverAllTags() {
        assertThat(metrics.sum("hexapolis_mqtt_arrived_total")).isEqualTo(15);
    }

    @Test
    void picksOneTag() {
        assertThat(metrics.sum("hexapolis_mqtt_arrived_total", "source", "own")).isEqualTo(12);
    }

    @Test
    void saysWhatIsUnderWay() {
        assertThat(metrics.underWay()).isEqualTo(1_002);
    }

    @Test
    void isZeroForWhatIsNotThere() {
        assertThat(metrics.sum("hexapolis_nothing")).isZero();
    }
}
