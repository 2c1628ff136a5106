package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/devices.md says is so. */
class DeviceDocumentTest {
    private static final Instant SENT = Instant.parse("2026-07-01T10:15:00Z");

    private String text = "";

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(ShippedProfiles.projectRoot().resolve("docs/devices.md"));
    }

    @Test
    void itsExampleBecomesWhatItSays() throws Exception {
        DeviceProfile profile = DeviceProfile.parse(block("yaml", 0), "docs/devices.md");
        JsonNode body = new ObjectMapper().readTree(block("json", 0));
        Mapped mapped = profile.map(new Uplink(new DeviceId("d"), body, 2, SENT));
        assertThat(mapped.badParts()).isEmpty();
        assertThat(Stream.of(
                                mapped.measurements().stream()
                                        .map(m -> "%s%s = %s"
                                                .formatted(
                                                        m.quantity(),
                                                        m.channel().value().isEmpty() ? "" : "/" + m.channel(),
                                                        m.value()))
                                        .sorted(),
                                mapped.events().stream().map(e -> e.kind() + ": " + e.value()),
                                mapped.positions().stream()
                                        .map(p -> "position %s, %s".formatted(p.latitude(), p.longitude())))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n")))
                .isEqualTo(block("text", 0).strip());
        assertThat(profile.observedAt(body, Optional.of(SENT))).contains(Instant.parse("2026-07-01T10:14:50Z"));
    }

    @Test
    void itsGatewayLoads() throws Exception {
        assertThat(DeviceProfile.parse(block("yaml", 2), "docs/devices.md").envelope())
                .isPresent();
    }

    @Test
    void itsLoggerReadsRecords() throws Exception {
        JsonNode body =
                new ObjectMapper().readTree("{\"distance\":7,\"history\":[{\"timestamp\":1782900000,\"distance\":8}]}");
        assertThat(DeviceProfile.parse(block("yaml", 1), "docs/devices.md")
                        .map(new Uplink(new DeviceId("d"), body, 2, SENT))
                        .measurements())
                .extracting(measurement -> measurement.value() + " at " + measurement.observedAt())
                .containsExactly("7.0 at 2026-07-01T10:15:00Z", "8.0 at 2026-07-01T10:00:00Z");
    }

    @Test
    void itNamesEveryQuantity() {
        assertThat(Arrays.stream(Quantity.values()).map(Quantity::wireName))
                .allSatisfy(name -> assertThat(text).contains(name));
    }

    @Test
    void itsUnitsAreKnown() {
        String units = text.substring(text.indexOf("**Units**"), text.indexOf("**No reading**"));
        List<String> spelled = Pattern.compile("`([^`]+)`")
                .matcher(units)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();
        assertThat(spelled).hasSizeGreaterThan(20).allSatisfy(unit -> assertThat(Unit.spelled(unit))
                .isPresent());
    }

    private String block(String language, int index) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .skip(index)
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow();
    }
}
