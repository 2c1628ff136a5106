package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where everything that outlives a run lies: data, logs, tokens, and which processes run. Immutable.
 *
 * @param root absolute
 */
record DataFolder(Path root) {
    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path database() {
        return root.resolve("database");
    }

    Path tokens() {
        return root.resolve("tokens");
    }

    /** What the simulator's crews did. */
    Path visits() {
        return root.resolve("visits.log");
    }

    Path log(String program) {
        return root.resolve("log").resolve(program + ".log");
    }

    PidFile pidFile(String program) {
        return new PidFile(root.resolve("run").resolve(program + ".pid"));
    }

    /** Makes what is missing. */
    void prepare() {
        try {
            for (String name : new String[] {"broker", "log", "run", "tokens"}) {
                Files.createDirectories(root.resolve(name));
            }
        } catch (IOException e) {
            throw new StartupFailed("cannot write to the data folder " + root + "; choose another with --data", e);
        }
        if (!Files.isWritable(root)) {
            throw new StartupFailed("may not write to the data folder " + root + "; choose another with --data");
        }
    }

    /** A file of the folder, as text without the blanks around it. */
    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
