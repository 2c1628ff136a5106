package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden messages of the telemetry module: what their expectations say is what decoding finds. */
class GoldenMessagesTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("names")
    void becomeWhatTheirExpectationSays(String name) throws IOException {
        JsonNode expected = json.readTree(bytes(name + ".expected.json"));
        Accepted accepted = (Accepted) new MessageDecoder()
                .decode(
                        new RawMessage("own", expected.get("topic").asText(), bytes(name + ".json"), Instant.now()),
                        WireFormat.HEXAPOLIS,
                        Registered.nothing());
        assertThat(json.readTree(found(accepted, expected).toString())).isEqualTo(json.readTree(expected.toString()));
    }

    static Stream<String> names() throws IOException {
        return new String(bytes("messages.txt"), StandardCharsets.UTF_8).lines();
    }

    private ObjectNode found(Accepted accepted, JsonNode expected) throws IOException {
        ObjectNode found = json.createObjectNode();
        found.set("topic", expected.get("topic"));
        found.put("device", accepted.device().value());
        found.set("observed_at", expected.get("observed_at"));
        Instant observedAt = Instant.parse(expected.get("observed_at").asText());
        found.putArray("measurements");
        for (Measurement measurement : accepted.measurements()) {
            assertThat(measurement.observedAt()).isEqualTo(observedAt);
            found.withArray("measurements")
                    .addObject()
                    .put("quantity", measurement.quantity().wireName())
                    .put("channel", measurement.channel().value())
                    .put("value", measurement.value());
        }
        found.putArray("events");
        for (DeviceEvent event : accepted.events()) {
            assertThat(event.observedAt()).isEqualTo(observedAt);
            found.withArray("events").addObject().put("kind", event.kind()).set("value", json.readTree(event.value()));
        }
        found.putArray("positions");
        for (PositionFix fix : accepted.positions()) {
            assertThat(fix.observedAt()).isEqualTo(observedAt);
            ObjectNode position = found.withArray("positions")
                    .addObject()
                    .put("longitude", fix.longitude())
                    .put("latitude", fix.latitude());
            fix.accuracyMetres().ifPresent(metres -> position.put("accuracy_m", metres));
        }
        found.putArray("refused");
        accepted.refusedParts().forEach(part -> found.withArray("refused")
                .addArray()
                .add(part.reason().wireName())
                .add(part.detail()));
        return found;
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = GoldenMessagesTest.class.getResourceAsStream("/golden/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        }
    }
}
