package de.hexapolis.rules;

import java.util.Locale;

/** How bad it is, rising; the store keeps the ordinal. */
public enum Severity {
    INFO,
    WARNING,
    URGENT,
    CRITICAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of both. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
