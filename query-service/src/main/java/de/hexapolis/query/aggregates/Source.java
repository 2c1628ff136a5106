package de.hexapolis.query.aggregates;

import java.util.Locale;

/** Where most of an answer's numbers come from; days that rollups do not hold rightly come from raw in any case. */
public enum Source {
    /** The observations themselves. */
    RAW,
    /** Rollups by hour of UTC. */
    HOUR,
    /** Rollups by local day of the city. */
    DAY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
