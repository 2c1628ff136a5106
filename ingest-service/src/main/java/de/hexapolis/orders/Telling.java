package de.hexapolis.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * That something is to be told of an alert or an order. Immutable.
 *
 * @param kind of the notice, such as {@code alert.opened}
 * @param change what has happened, in one word: {@code opened, rose, verified, reopened, escalated, ...}
 * @param reason a word that a program may read, such as {@code late_data}
 * @param observed when what caused it was observed
 * @param toStaff whether it goes to the city's staff instead of the crew
 */
record Telling(
        long id, String kind, String change, Optional<String> reason, Optional<Instant> observed, boolean toStaff) {
    static Telling of(long id, String kind, String change) {
        return new Telling(id, kind, change, Optional.empty(), Optional.empty(), false);
    }

    Telling because(String why) {
        return new Telling(id, kind, change, Optional.of(why), observed, toStaff);
    }

    Telling observed(Optional<Instant> when) {
        return new Telling(id, kind, change, reason, when, toStaff);
    }

    Telling toStaff(boolean staff) {
        return new Telling(id, kind, change, reason, observed, staff);
    }
}
