package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.blueprint.Packs;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadBlueprintTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new LoadBlueprint(PlatformClock.realTime()));

    @Test
    void aZipIsLoadedWithOrWithoutAFolderAround() throws IOException {
        JsonNode first = commands.carryOut("load-blueprint", "{}", zip("fulda/", Packs.ASSETS));
        JsonNode again = commands.carryOut("load-blueprint", "{}", zip("", Packs.ASSETS));

        assertThat(first.path("outcome").asText()).isEqualTo("done");
        assertThat(first.path("result").path("changed").asBoolean()).isTrue();
        assertThat(first.at("/result/rows/assets/created").asInt()).isEqualTo(2);
        assertThat(again.path("result").path("changed").asBoolean()).isFalse();
        assertThat(again.at("/result/rows/assets/unchanged").asInt()).isEqualTo(2);
        assertThat(first.path("attachment").isNull()).isTrue();
    }

    /** What query-service hands over. */
    @Test
    void theGoldenBodyIsRead() throws IOException {
        JsonNode row = commands.carryOut("load-blueprint", golden(), zip("", Packs.ASSETS));
        assertThat(row.path("outcome").asText()).isEqualTo("done");
    }

    private static String golden() throws IOException {
        try (InputStream body = LoadBlueprintTest.class.getResourceAsStream("/golden/command-load-blueprint.json")) {
            return new String(Objects.requireNonNull(body).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theProblemNamesFileLineFieldAndReasonAndNothingIsLoaded() throws IOException {
        JsonNode row = commands.carryOut("load-blueprint", "{}", zip("", Packs.ASSETS.replace("9.68", "968")));

        assertThat(row.path("outcome").asText()).isEqualTo("refused");
        assertThat(row.at("/result/problem/status").asInt()).isEqualTo(422);
        assertThat(row.at("/result/problem/detail").asText())
                .contains("assets.csv:3: longitude '968': is not a number from -180 to 180");
        assertThat(row.at("/result/problem/problems/0/line").asInt()).isEqualTo(3);
        assertThat(database.rows("select count(*) from asset")).containsExactly("0");
        assertThat(database.rows("select count(*) from blueprint")).containsExactly("0");
    }

    @Test
    void aNulInAKeyOrAFilesNameIsToldCleanlyAndTheNextCommandFollows() throws IOException {
        JsonNode manifest = commands.carryOut(
                "load-blueprint", "{}", zip(Map.of("blueprint.yaml", Packs.MANIFEST + "\"a\\0b\": 1\n")));
        JsonNode profile = commands.carryOut(
                "load-blueprint",
                "{}",
                zip(Map.of(
                        "blueprint.yaml",
                        Packs.MANIFEST,
                        "profiles/x\0.yaml",
                        "profile: x\nversion: \"1\"\n\"a\\0b\": 1\n\"a\\0b\": 2\n")));
        JsonNode fine = commands.carryOut("load-blueprint", "{}", zip("", Packs.ASSETS));

        assertThat(manifest.at("/result/problem/status").asInt()).isEqualTo(422);
        assertThat(manifest.at("/result/problem/detail").asText()).contains("blueprint.yaml:7: a\ufffdb: ");
        assertThat(profile.at("/result/problem/detail").asText())
                .contains("profiles/x\ufffd.yaml:4: (document): found duplicate key a\ufffdb");
        assertThat(fine.path("outcome").asText()).isEqualTo("done");
    }

    @Test
    void aFieldThatIsNotKnownIsRefused() {
        JsonNode row = commands.carryOut("load-blueprint", "{\"overwrites\": true}");

        assertThat(row.at("/result/problem/detail").asText())
                .isEqualTo("overwrites: is not known; one of overwrite, attachment_sha256");
    }

    @Test
    void whatIsNoZipIsRefused() {
        JsonNode row = commands.carryOut("load-blueprint", "{}", "blueprint".getBytes(StandardCharsets.UTF_8));

        assertThat(row.at("/result/problem/parameter").asText()).isEqualTo("attachment");
    }

    @Test
    void aCitysStaffMayNotLoadOne() {
        JsonNode row = commands.carryOutFor("fulda", "load-blueprint", "{}");

        assertThat(row.at("/result/problem/status").asInt()).isEqualTo(403);
    }

    private static byte[] zip(String folder, String assets) throws IOException {
        return zip(Map.of(
                folder + "blueprint.yaml",
                Packs.MANIFEST,
                folder + "assets.csv",
                assets,
                folder + "devices.csv",
                Packs.DEVICES));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
