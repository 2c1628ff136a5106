package de.hexapolis.orders;

import java.util.Locale;

/** Where an alert stands. */
public enum AlertState {
    OPEN,
    NOTIFIED,
    ACKNOWLEDGED,
    IN_PROGRESS,
    DONE,
    NOT_POSSIBLE,
    VERIFIED,
    WITHDRAWN;

    /** As the store and the wire name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AlertState named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public boolean isClosed() {
        return this == VERIFIED || this == WITHDRAWN;
    }
}
