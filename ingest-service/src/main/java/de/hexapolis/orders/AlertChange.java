package de.hexapolis.orders;

import de.hexapolis.rules.Episode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the data say anew of an alert. Immutable.
 *
 * @param episode as it is now; empty where there is none any more
 * @param ended when something happened by which it is over, of which no episode speaks
 * @param reason of what is taken back, such as {@code late_data}; empty otherwise
 */
public record AlertChange(long alertId, Kind kind, Optional<Episode> episode, Optional<Instant> ended, String reason) {
    /**
     * CORRECTED: times, evidence, or how bad it had been. REOPENED: closed by readings, of which late ones say that it goes
     * on. NEVER_WAS: likewise closed, and late ones say that there was nothing.
     */
    public enum Kind {
        CORRECTED,
        ROSE,
        ENDED,
        REOPENED,
        WITHDRAWN,
        NEVER_WAS
    }

    public AlertChange(long alertId, Kind kind, Optional<Episode> episode, String reason) {
        this(alertId, kind, episode, Optional.empty(), reason);
    }

    /** What was to be done has been done. */
    public static AlertChange settled(long alertId, Instant at) {
        return new AlertChange(alertId, Kind.ENDED, Optional.empty(), Optional.of(at), "");
    }
}
