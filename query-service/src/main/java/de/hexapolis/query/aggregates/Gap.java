package de.hexapolis.query.aggregates;

import java.util.Locale;

/** What becomes of a bucket without readings. */
public enum Gap {
    /** It is left out. */
    NONE,
    /** It stands there with null values. */
    NULL,
    /** It takes the values of the bucket before it, once it has begun. */
    PREVIOUS,
    /** It takes values on the straight line between its neighbours. */
    LINEAR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
