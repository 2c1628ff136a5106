package de.hexapolis.orders;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is to happen later. Immutable.
 *
 * @param step of an escalation, counted from 0; else 0
 */
record TimerRow(Instant due, Kind kind, Optional<Long> alertId, Optional<Long> orderId, int step) {
    /** Those that are looked after here; the table knows more. */
    enum Kind {
        ESCALATE,
        LOOK_AGAIN,
        SEAL_ORDER;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind named(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    static TimerRow ofAlert(Instant due, Kind kind, long alertId, int step) {
        return new TimerRow(due, kind, Optional.of(alertId), Optional.empty(), step);
    }

    static TimerRow seal(Instant due, long orderId) {
        return new TimerRow(due, Kind.SEAL_ORDER, Optional.empty(), Optional.of(orderId), 0);
    }
}
