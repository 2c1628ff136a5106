package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {
    @TempDir
    private Path temporary;

    @Test
    void takesAFolderThatOnlyWeMayChange() throws IOException {
        Path folder = folder("rwxr-xr-x");

        assertThatCode(() -> PostgresPrograms.requireOurs(folder)).doesNotThrowAnyException();
    }

    @Test
    void refusesAFolderThatOthersMayChange() throws IOException {
        for (String permissions : new String[] {"rwxrwx---", "rwx----w-"}) {
            Path folder = folder(permissions);

            assertThatThrownBy(() -> PostgresPrograms.requireOurs(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder + " are not ours alone")
                    .hasMessageContaining(permissions);
        }
    }

    @Test
    void refusesALinkToAFolder() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder("rwx------"));

        assertThatThrownBy(() -> PostgresPrograms.requireOurs(link)).isInstanceOf(IllegalStateException.class);
    }

    private Path folder(String permissions) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "programs");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
