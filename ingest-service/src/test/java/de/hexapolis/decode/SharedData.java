package de.hexapolis.decode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.profile.ShippedProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Test data that lie beside the checkout and are no part of the project. */
final class SharedData {
    private SharedData() {}

    /** The file as JSON; the test that asks is skipped, and says so, where the data are not there. */
    static JsonNode json(String file) {
        Path path = folder().resolve(file);
        assumeTrue(Files.isReadable(path), () -> "skipped: no test data at %s (set HEXAPOLIS_SHARED_DATA)"
                .formatted(path.normalize()));
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("HEXAPOLIS_SHARED_DATA")),
                        Optional.ofNullable(System.getenv("HEXAPOLIS_SHARED_DATA")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Path::of)
                .orElseGet(() -> ShippedProfiles.projectRoot().resolve("../shared/data"));
    }
}
