package de.hexapolis.trials.crews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a rule truly held, as the simulator tells it: a row of {@code episodes}. Immutable.
 *
 * @param asset city and reference
 * @param sure false where noise or a lost reading decides
 */
record TrueEpisode(String asset, String rule, Instant began, Optional<Instant> ended, boolean sure) {
    static List<TrueEpisode> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(TrueEpisode::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static TrueEpisode parse(String row) {
        String[] fields = row.split(",", -1);
        return new TrueEpisode(
                fields[0] + "/" + fields[1],
                fields[2],
                Instant.parse(fields[3]),
                fields[4].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(fields[4])),
                Boolean.parseBoolean(fields[5]));
    }
}
