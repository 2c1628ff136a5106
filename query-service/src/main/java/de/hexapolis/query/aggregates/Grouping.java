package de.hexapolis.query.aggregates;

import java.util.Locale;

/** What an asset belongs to, and so which assets share a line of the answer. */
public enum Grouping {
    ASSET,
    DISTRICT,
    CITY,
    KIND,
    /** All in one line. */
    NONE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
