package de.hexapolis.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How severe what a notice tells is, rising; the store keeps the ordinal. */
public enum Urgency {
    INFO,
    WARNING,
    URGENT,
    CRITICAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Urgency ofStored(int severity) {
        return values()[Math.max(0, Math.min(severity, values().length - 1))];
    }

    /** Empty if there is no such word. */
    public static Optional<Urgency> named(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(wireName))
                .findFirst();
    }

    boolean isAtLeast(Urgency other) {
        return compareTo(other) >= 0;
    }
}
