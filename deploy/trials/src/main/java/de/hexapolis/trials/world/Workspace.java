package de.hexapolis.trials.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for data and logs, deleted at the end. Immutable. */
public record Workspace(Path folder, boolean keep) implements AutoCloseable {
    public static Workspace create(String what, boolean keep) {
        try {
            Path folder = Files.createTempDirectory("hexapolis-" + what + "-");
            System.out.println("data and logs in " + folder + (keep ? "" : ", deleted at the end"));
            return new Workspace(folder, keep);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    @Override
    public void close() {
        if (keep) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException busy) {
            System.err.println("left behind: " + folder + ": " + busy.getMessage());
        }
    }
}
