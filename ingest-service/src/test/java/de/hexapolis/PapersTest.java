package de.hexapolis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.mqtt.SourceSettings;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is so. */
class PapersTest {
    private static final Path ROOT = ShippedProfiles.projectRoot();
    private static final Pattern FILE = Pattern.compile("`([A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+|[A-Z]+\\.md|pom\\.xml)`");
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| ([a-z]+) \\|(?! holds)");

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
    void theArchitectureHasARowForEveryPackageOfTheServices() throws IOException {
        assertThat(rooms("The rooms of ingest-service"))
                .containsExactlyInAnyOrderElementsOf(folders("ingest-service/src/main/java/de/hexapolis"));
        assertThat(rooms("The rooms of query-service"))
                .containsExactlyInAnyOrderElementsOf(folders("query-service/src/main/java/de/hexapolis/query"));
    }

    private static List<String> rooms(String heading) throws IOException {
        String page = Files.readString(ROOT.resolve("docs/ARCHITECTURE.md"));
        String section = page.substring(page.indexOf("## " + heading)).split("(?m)^## ", 3)[1];
        return ROOM.matcher(section).results().map(room -> room.group(1)).toList();
    }

    private static List<String> folders(String parent) throws IOException {
        try (Stream<Path> entries = Files.list(ROOT.resolve(parent))) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void thePageOfSourcesHasEverySettingWithItsDefault() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/sources.md"));

        assertThat(SourceSettings.Source.class.getMethods())
                .hasSizeGreaterThan(15)
                .allSatisfy(setting -> assertThat(page)
                        .contains("| `%s` | %s".formatted(wireName(setting.getName()), defaultOf(setting))));
    }

    private static String wireName(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(Method setting) {
        WithDefault given = setting.getAnnotation(WithDefault.class);
        if (given == null) {
            return "– |";
        }
        return given.value().startsWith("${") ? "`HEXAPOLIS_" : "`" + given.value() + "` |";
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
                asyncApi().at("/components/schemas/telemetry/properties/readings/items/properties/quantity/enum");

        assertThat(named)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(Quantity.values()).map(Quantity::wireName).toList());
    }

    @Test
    void theDeviceInterfacesExamplesAreAccepted() throws IOException {
        JsonNode examples = asyncApi().at("/components/messages/telemetry/examples");

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
