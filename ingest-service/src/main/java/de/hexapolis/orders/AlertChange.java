package de.hexapolis.orders;

import de.hexapolis.rules.Episode;
import java.util.Optional;

/**
 * What the data say anew of an alert. Immutable.
 *
 * @param episode as it is now; empty where there is none any more
 * @param reason of a withdrawal, such as {@code late_data}; empty otherwise
 */
public record AlertChange(long alertId, Kind kind, Optional<Episode> episode, String reason) {
    /** CORRECTED: times, evidence, or how bad it had been. REOPENED: closed by readings, of which late ones say that it goes on. */
    public enum Kind {
        CORRECTED,
        ROSE,
        ENDED,
        REOPENED,
        WITHDRAWN
    }
}
