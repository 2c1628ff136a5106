package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheProcessThatItNames() {
        PidFile file = new PidFile(folder.resolve("up.pid"));
        file.write(ProcessHandle.current());

        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void takesAnotherProcessWithTheSameIdForNone() throws IOException {
        PidFile file = new PidFile(folder.resolve("up.pid"));
        Files.writeString(file.path(), ProcessHandle.current().pid() + " 1000000000000");

        assertThat(file.running()).isEmpty();
    }

    @Test
    void takesAFileThatWasCutOffForNone() throws IOException {
        PidFile file = new PidFile(folder.resolve("up.pid"));
        Files.writeString(file.path(), "12");

        assertThat(file.running()).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNoFile() {
        assertThat(new PidFile(folder.resolve("up.pid")).running()).isEmpty();
    }
}
