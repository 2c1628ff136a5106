package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Point;
import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Readings of a course as checks see them: those too that a flag took for implausible, since it may have to end. */
final class Readings {
    private Readings() {}

    static List<Point> possible(Course course) {
        return course.points().stream()
                .filter(point -> point.quality() == Quality.GOOD || point.quality() == Quality.IMPLAUSIBLE)
                .toList();
    }

    static Optional<FlagSpan> openSpan(Course course, String flag) {
        return course.flags().stream()
                .filter(span -> span.flag().equals(flag) && span.until().isEmpty())
                .findFirst();
    }

    /** A span of one reading: instants are stored to the microsecond. */
    static FlagSpan single(String flag, Instant at) {
        return new FlagSpan(flag, at, Optional.of(at.plusNanos(1_000)));
    }

    static FlagSpan closed(FlagSpan open, Instant until) {
        return new FlagSpan(open.flag(), open.from(), Optional.of(until));
    }
}
