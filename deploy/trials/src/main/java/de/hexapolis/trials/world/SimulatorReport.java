package de.hexapolis.trials.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON lines that the simulator prints. */
final class SimulatorReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SimulatorReport() {}

    /** The newest report of that name. */
    static JsonNode last(Path log, String report) {
        try {
            List<String> lines = Files.readAllLines(log);
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).startsWith("{")) {
                    JsonNode line = JSON.readTree(lines.get(i));
                    if (line.path("report").asText().equals(report)) {
                        return line;
                    }
                }
            }
            throw new IllegalStateException("no report '%s' in %s".formatted(report, log));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
