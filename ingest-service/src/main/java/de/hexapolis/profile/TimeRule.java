package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the time of observation lies and how it is written. Immutable, thread-safe.
 *
 * @param zone of a clock that shows local time
 */
record TimeRule(List<FieldPath> paths, Notation notation, ZoneId zone) {
    /** A clock that was never set shows 1970 or the year its firmware was made. */
    private static final Instant CLOCK_NOT_SET = Instant.parse("2010-01-01T00:00:00Z");

    /** In milliseconds: the year 33658. */
    private static final double BEYOND_ANY_CLOCK = 1e15;

    enum Notation {
        RFC3339,
        LOCAL,
        EPOCH_S,
        EPOCH_MS;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Notation> named(String wireName) {
            return Arrays.stream(values())
                    .filter(notation -> notation.wireName().equals(wireName))
                    .findFirst();
        }
    }

    static TimeRule none() {
        return new TimeRule(List.of(), Notation.RFC3339, ZoneOffset.UTC);
    }

    /**
     * The first time that can be read, however late it is.
     *
     * @param secondHourUntil decides only about the hour that is repeated when clocks are put back: the second one
     *     counts unless it is after this
     */
    Optional<Instant> read(JsonNode body, Instant secondHourUntil) {
        return paths.stream()
                .map(path -> path.first(body))
                .flatMap(field -> instant(field, secondHourUntil).stream())
                .findFirst();
    }

    /**
     * The device's own time, unless its clock was never set. One that is ahead is refused by who has a clock.
     *
     * @param secondHourUntil as in {@link #read}
     */
    Optional<Instant> own(JsonNode body, Instant secondHourUntil) {
        return read(body, secondHourUntil).filter(CLOCK_NOT_SET::isBefore);
    }

    /** The device's own time, unless its clock was never set or is ahead of the network's time; then that. */
    Optional<Instant> believable(JsonNode body, Optional<Instant> network) {
        Instant latest = network.map(TimeRule::latest).orElse(Instant.MAX);
        return own(body, latest).filter(time -> !time.isAfter(latest)).or(() -> network);
    }

    /** What a device's clock may show at the latest in a message of this time. */
    static Instant latest(Instant sentAt) {
        return sentAt.plus(PlatformClock.MOST_AHEAD);
    }

    private Optional<Instant> instant(JsonNode field, Instant secondHourUntil) {
        return switch (notation) {
            case RFC3339 -> field.isTextual() ? Rfc3339.parse(field.textValue()) : Optional.empty();
            case LOCAL ->
                field.isTextual() ? Rfc3339.parseLocal(field.textValue(), zone, secondHourUntil) : Optional.empty();
            case EPOCH_S -> epoch(NumberText.of(field), 1_000);
            case EPOCH_MS -> epoch(NumberText.of(field), 1);
        };
    }

    private static Optional<Instant> epoch(OptionalDouble number, int millisecondsEach) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double milliseconds = number.getAsDouble() * millisecondsEach;
        return Math.abs(milliseconds) < BEYOND_ANY_CLOCK
                ? Optional.of(Instant.ofEpochMilli(Math.round(milliseconds)))
                : Optional.empty();
    }
}
