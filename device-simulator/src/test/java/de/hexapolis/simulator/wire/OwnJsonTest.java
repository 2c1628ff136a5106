package de.hexapolis.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.publish.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-07-01T10:15:00Z");

    @Test
    void saysABinsDistanceOnItsOwnTopic() {
        SimulatedDevice bin = Devices.of("bin", 1);
        Outgoing message = say(bin, AT);
        assertThat(message.topic()).isEqualTo("v1/fulda/a81758fffe000001/telemetry");
        assertThat(new String(message.payload(), StandardCharsets.UTF_8))
                .matches("\\{\"observed_at\":\"2026-07-01T10:15:00Z\",\"readings\":\\["
                        + "\\{\"quantity\":\"distance\",\"value\":\\d+\\.0},"
                        + "\\{\"quantity\":\"device_temperature\",\"value\":\\d+\\.\\d},"
                        + "\\{\"quantity\":\"battery_voltage\",\"value\":3\\.\\d+}]}");
    }

    @Test
    void usesNoOtherFieldsThanTheGoldenMessages() throws IOException {
        Set<String> golden = new HashSet<>();
        for (String name : goldenNames()) {
            golden.addAll(shape(JSON.readTree(resource("/golden/" + name + ".json"))));
        }
        for (String kind : List.of("bin", "tree", "roadworks")) {
            for (int hour = 0; hour < 500; hour++) {
                Outgoing message = say(Devices.of(kind, 2), AT.plus(Duration.ofHours(hour)));
                assertThat(shape(JSON.readTree(message.payload()))).isSubsetOf(golden);
            }
        }
    }

    private static Outgoing say(SimulatedDevice device, Instant at) {
        Sensing sensing = World.seeded(1).sensing(device);
        return new OwnJson().say(device, sensing.at(at).orElseThrow(), 1);
    }

    private static List<String> goldenNames() {
        return new String(resource("/golden/messages.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank() && !name.equals("one-bad-reading"))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = OwnJsonTest.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Paths with the kinds of their values, such as {@code readings[].value NUMBER}. */
    private static Set<String> shape(JsonNode node) {
        Set<String> shape = new HashSet<>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Set<String> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, shape));
        } else {
            shape.add(path + " " + node.getNodeType());
        }
    }
}
