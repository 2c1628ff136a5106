package de.hexapolis.orders;

import java.util.Locale;

/** The times in an alert's life: began and ended by readings, done as a person says, the others by the platform's clock. */
enum Moment {
    BEGAN,
    ENDED,
    OPENED,
    NOTIFIED,
    ACKNOWLEDGED,
    DONE,
    DUE,
    CLOSED;

    String column() {
        return name().toLowerCase(Locale.ROOT) + "_at";
    }
}
