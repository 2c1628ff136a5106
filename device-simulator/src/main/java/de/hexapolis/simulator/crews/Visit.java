package de.hexapolis.simulator.crews;

import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody emptied a bin or watered a tree. A line of {@link VisitLog}. Immutable.
 *
 * @param alert because of which he came
 */
public record Visit(Instant at, CityId city, String reference, Deed deed, long alert) {
    /** What was done. */
    public enum Deed {
        EMPTIED,
        WATERED
    }

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} if it is none */
    static Visit parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("not a visit: '%s'".formatted(line));
        }
        return new Visit(
                Instant.parse(fields[0]),
                new CityId(fields[1]),
                fields[2],
                Deed.valueOf(fields[3].toUpperCase(Locale.ROOT)),
                Long.parseLong(fields[4]));
    }

    String line() {
        return "%s,%s,%s,%s,%d".formatted(at, city, reference, deed.name().toLowerCase(Locale.ROOT), alert);
    }
}
