package de.hexapolis.rules;

import java.util.List;
import java.util.Optional;

/**
 * Limits of one line of samples, as badness. Immutable.
 *
 * @param levels by rising limit, at least one; the first opens
 * @param end what a sample must be back at, below the first level
 */
record Limits(List<Level> levels, double end) {
    /** The limits that open, and those above; empty: none opens. */
    static Optional<Limits> of(List<Level> levels, Side side, Severity opensAt, double hysteresis) {
        List<Level> opening = levels.stream()
                .filter(level -> level.severity().compareTo(opensAt) >= 0)
                .map(level -> new Level(side.badness(level.limit()), level.severity()))
                .toList();
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        double open = opening.get(0).limit();
        return Optional.of(new Limits(opening, Math.min(open - hysteresis, Math.nextDown(open))));
    }

    double open() {
        return levels.get(0).limit();
    }

    /** The worst level that a badness reaches. */
    Optional<Level> reachedBy(double badness) {
        Optional<Level> reached = Optional.empty();
        for (Level level : levels) {
            if (badness >= level.limit()) {
                reached = Optional.of(level);
            }
        }
        return reached;
    }

    /** Badness that changes nothing while an episode lasts, or while none does. */
    Quiet band(Optional<Severity> underWay) {
        if (underWay.isEmpty()) {
            return new Quiet(Double.NEGATIVE_INFINITY, Math.nextDown(open()));
        }
        double worse = levels.stream()
                .filter(level -> level.severity().compareTo(underWay.get()) > 0)
                .mapToDouble(Level::limit)
                .map(Math::nextDown)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new Quiet(Math.nextUp(end), worse);
    }
}
