package de.hexapolis.query.aggregates;

import de.hexapolis.query.parameter.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** An edge of the time asked for, as it was written. */
public sealed interface Moment {
    /** The point in time that it means where the clocks show the time of this zone. */
    Instant at(ZoneId zone);

    /** @param date its local midnight is meant */
    record Midnight(LocalDate date) implements Moment {
        @Override
        public Instant at(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }
    }

    record Exactly(Instant instant) implements Moment {
        @Override
        public Instant at(ZoneId zone) {
            return instant;
        }
    }

    /**
     * Reads a date or an RFC 3339 instant, of the years 1970 to 2999.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static Moment parse(String text) {
        Moment moment = text.length() == 10 ? new Midnight(date(text)) : new Exactly(Rfc3339.instant(text));
        int year = moment.at(ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
        if (year < 1970 || year > 2999) {
            throw new IllegalArgumentException(text);
        }
        return moment;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
