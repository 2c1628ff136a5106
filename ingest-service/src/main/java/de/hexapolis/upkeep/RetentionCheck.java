package de.hexapolis.upkeep;

import java.time.Duration;

/**
 * Checks {@link Retention}: it decides what is deleted, and a number without a unit, such as 400, would be seconds.
 * Stateless.
 */
final class RetentionCheck {
    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;

    private RetentionCheck() {}

    /** @throws IllegalArgumentException naming the setting and its value */
    static void check(Retention retention) {
        require("raw", retention.raw(), 1);
        require("compress-after", retention.compressAfter(), 7);
        require("quarantine", retention.quarantine(), 1);
        require("alerts", retention.alerts(), 1);
        require("notices", retention.notices(), 1);
        require("names", retention.names(), 1);
    }

    private static void require(String setting, Duration value, int leastDays) {
        long days = value.toDays();
        if (!value.equals(Duration.ofDays(days)) || days < leastDays || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "hexapolis.retention.%s: '%s' is not in whole days, %d to %d, such as P400D"
                            .formatted(setting, value, leastDays, MOST_DAYS));
        }
    }
}
