package de.hexapolis.rules;

import java.util.Locale;

/** What a crew does about it. */
public enum Work {
    EMPTY,
    WATER,
    INSPECT,
    REPAIR,
    EXTINGUISH,
    SET_UP;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
