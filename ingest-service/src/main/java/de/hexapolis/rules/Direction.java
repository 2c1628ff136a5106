package de.hexapolis.rules;

import java.util.Locale;

/** On which side of its limits a value is bad; both include the limit. */
public enum Direction {
    AT_LEAST,
    AT_MOST;

    /** As rule files and reasons write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
