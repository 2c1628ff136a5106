package de.hexapolis.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of test servers below the temporary folder, named after the JVM that owns them, so that the next run can
 * clear what a killed one left.
 */
final class TestFolder {
    private static final String PREFIX = "hexapolis-test-";

    private TestFolder() {}

    static Path create(String what) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            clear(temporary);
            return Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-" + what + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + temporary, e);
        }
    }

    private static void clear(Path temporary) throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            for (Path folder : entries.filter(TestFolder::orphaned).toList()) {
                EmbeddedDatabase.stopIn(folder.resolve("data"));
                delete(folder);
            }
        }
    }

    private static boolean orphaned(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,18}-.*") || !Files.isWritable(folder)) {
            return false;
        }
        long owner = Long.parseLong(name.substring(PREFIX.length()).replaceAll("-.*", ""));
        return ProcessHandle.of(owner).isEmpty();
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
