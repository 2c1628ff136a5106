package de.hexapolis.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What a device reports that is no number: a tilt alarm, a lid, a start-up. Immutable.
 *
 * @param kind such as {@code tilt}, {@code fire}, {@code full}, {@code battery_low}, {@code moved}, {@code start}
 * @param value JSON of a boolean, a finite number or a text: {@code true}, {@code 3}, {@code "open"}
 */
public record DeviceEvent(DeviceId device, String kind, Instant observedAt, String value) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public DeviceEvent {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("not a kind of event: '%s'".formatted(kind));
        }
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the text could be a kind of event: lower case, digits and underscores, at most 63 of them. */
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }
}
