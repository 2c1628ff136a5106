package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintPackTest {
    @TempDir
    private Path folder;

    @Test
    void loadsTheBaseBeforeTheCitiesThatExtendIt() throws IOException {
        for (String name : List.of("wetzlar", "base", "fulda")) {
            pack(name);
        }
        Files.createDirectories(folder.resolve("generator"));

        assertThat(BlueprintPack.below(folder))
                .extracting(BlueprintPack::name)
                .containsExactly("base", "fulda", "wetzlar");
    }

    @Test
    void takesAFolderThatIsAPackItself() throws IOException {
        assertThat(BlueprintPack.below(pack("fulda"))).hasSize(1);
    }

    @Test
    void packsFilesUnderTheirPathInTheFolder() throws IOException {
        Path base = pack("base");
        Files.createDirectories(base.resolve("profiles"));
        Files.writeString(base.resolve("profiles/a.yaml"), "id: a");

        assertThat(entries(new BlueprintPack(base).zip())).containsExactly("blueprint.yaml", "profiles/a.yaml");
    }

    @Test
    void packsTheSameFilesIntoTheSameBytes() throws IOException {
        BlueprintPack fulda = new BlueprintPack(pack("fulda"));
        byte[] before = fulda.zip();

        assertThat(new BlueprintPack(pack("fulda")).zip()).isEqualTo(before);
    }

    @Test
    void refusesAFolderWithoutABlueprint() {
        assertThatThrownBy(() -> new BlueprintPack(folder))
                .hasMessageContaining("no blueprint.yaml in '" + folder + "'");
    }

    private Path pack(String name) throws IOException {
        Path pack = Files.createDirectories(folder.resolve(name));
        Files.writeString(pack.resolve("blueprint.yaml"), "id: " + name);
        return pack;
    }

    private static List<String> entries(byte[] bytes) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
