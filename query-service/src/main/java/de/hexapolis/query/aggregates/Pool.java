package de.hexapolis.query.aggregates;

import java.util.Locale;

/** How the readings of a line's assets come together. */
public enum Pool {
    /** First each asset by itself, then the assets, each weighing the same. */
    ASSETS,
    /** All readings as though they were one asset's. */
    READINGS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
