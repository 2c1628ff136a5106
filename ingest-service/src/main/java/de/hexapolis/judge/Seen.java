package de.hexapolis.judge;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was read of a claimed asset. Immutable.
 *
 * @param series all that have readings, those of devices that have gone too
 * @param flags by series
 */
record Seen(
        Claim claim,
        Sensed sensed,
        List<SeriesRow> series,
        Map<Integer, List<StoredFlag>> flags,
        List<StoredOccurrence> occurrences) {
    Seen {
        series = List.copyOf(series);
        flags = Map.copyOf(flags);
        occurrences = List.copyOf(occurrences);
    }

    /** When the newest reading of a series was made that was read. */
    Optional<Instant> newestOf(int series) {
        return sensed.courses().stream()
                .filter(course -> course.seriesId() == series)
                .flatMap(course -> newestOf(course).stream())
                .findFirst();
    }

    private static Optional<Instant> newestOf(Course course) {
        return course.points().isEmpty()
                ? Optional.empty()
                : Optional.of(course.points().get(course.points().size() - 1).observedAt());
    }
}
