package de.hexapolis.orders;

/** What persons had to do with an alert that is closed. */
public enum PersonsPart {
    /** Readings alone opened and closed it. */
    NONE,
    ACTED,
    /** A person said that it is none. */
    TOOK_BACK
}
