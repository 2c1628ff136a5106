package de.hexapolis.query.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as RFC 3339 writes them: with offset, of the years 1 to 9999. */
public final class Rfc3339 {
    private Rfc3339() {}

    /**
     * Reads a time; a plus sign that was not escaped, and so became a blank on the way, is understood.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Instant instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1 || year > 9999) {
                throw new IllegalArgumentException(text);
            }
            return instant;
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
