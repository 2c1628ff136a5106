package de.hexapolis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say is so. */
class PapersTest {
    private static final Path ROOT = ShippedProfiles.projectRoot();
    private static final Pattern FILE = Pattern.compile("`([A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+|[A-Z]+\\.md|pom\\.xml)`");

    @Test
    void everyFileThatTheArchitectureNamesExists() throws IOException {
        List<String> named = FILE.matcher(Files.readString(ROOT.resolve("docs/ARCHITECTURE.md")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("api/") && !name.contains("..."))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named).allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @Test
    void theDeviceInterfaceNamesTheTopicThatWeListenTo() throws IOException {
        String address = asyncApi().at("/channels/telemetry/address").asText();

        assertThat(address.replaceAll("\\{[a-z]+}", "+")).isEqualTo(TelemetryTopic.FILTER);
        assertThat(address.replace("{city}", "fulda").replace("{device}", "bin-1"))
                .isEqualTo(new TelemetryTopic(new CityId("fulda"), new DeviceId("bin-1")).toString());
    }

    @Test
    void theDeviceInterfaceNamesEveryQuantity() throws IOException {
        JsonNode named =
                asyncApi().at("/components/schemas/reading/properties/readings/items/properties/quantity/enum");

        assertThat(named)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(Quantity.values()).map(Quantity::wireName).toList());
    }

    @Test
    void theDeviceInterfacesExamplesAreAccepted() throws IOException {
        JsonNode examples = asyncApi().at("/components/messages/reading/examples");

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            byte[] payload = example.get("payload").toString().getBytes(StandardCharsets.UTF_8);
            RawMessage message = new RawMessage("own", "v1/fulda/bin-1/telemetry", payload, Instant.EPOCH);
            assertThat(new MessageDecoder().decode(message, WireFormat.HEXAPOLIS, new NoProfiles()))
                    .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.refusedParts())
                            .isEmpty());
        });
    }

    private static JsonNode asyncApi() throws IOException {
        return new YAMLMapper().readTree(ROOT.resolve("docs/mqtt/asyncapi.yaml").toFile());
    }

    private static final class NoProfiles implements ProfileLookup {
        @Override
        public Optional<DeviceProfile> profileOf(DeviceId device) {
            return Optional.empty();
        }

        @Override
        public Optional<DeviceProfile> profile(String profileId) {
            return Optional.empty();
        }

        @Override
        public boolean knows(DeviceId device) {
            return false;
        }
    }
}
