package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Readings of one series by rising time, those under a flag too. Immutable.
 *
 * @param interval at which the device is expected to report
 * @param flags spans in which the series is not to be believed
 */
public record Course(int seriesId, SeriesOf of, Duration interval, List<Point> points, List<FlagSpan> flags) {
    public Course {
        points = List.copyOf(points);
        flags = List.copyOf(flags);
    }

    /** Whether a flag lies over the instant. */
    public boolean isFlaggedAt(Instant instant) {
        return flags.stream().anyMatch(flag -> flag.covers(instant));
    }

    /** Whether a flag is open. */
    public boolean isFlaggedNow() {
        return flags.stream().anyMatch(flag -> flag.until().isEmpty());
    }
}
