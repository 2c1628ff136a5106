package de.hexapolis.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of the checkout, and of the data that may lie beside it. */
public final class SharedData {
    private SharedData() {}

    /** The project's root: the folder above this module. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("device-simulator") ? here.resolveSibling("") : here;
    }

    /** Skips the test, saying why, where the data are not there. */
    public static Path file(String name) {
        Path data = Optional.ofNullable(
                        System.getProperty("HEXAPOLIS_SHARED_DATA", System.getenv("HEXAPOLIS_SHARED_DATA")))
                .map(Path::of)
                .orElse(root().resolve("../shared/data").normalize());
        Path file = data.resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file + "; HEXAPOLIS_SHARED_DATA names its folder");
        return file;
    }
}
