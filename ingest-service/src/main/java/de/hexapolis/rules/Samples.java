package de.hexapolis.rules;

import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Samples of one strand by rising time, found by bisection. Immutable. */
record Samples(List<Sample> all) {
    /**
     * @param worst what must reach a level
     * @param back what must be back behind the end; the same, but where a sample says how exact it is
     * @param shown as a person reads it
     */
    record Sample(Instant at, double worst, double back, double shown) {}

    Samples {
        all = List.copyOf(all);
    }

    /** Good readings outside of flags. */
    static Samples of(Course course, ToDoubleFunction<Point> badness) {
        return new Samples(course.points().stream()
                .filter(point -> point.quality() == Quality.GOOD && !course.isFlaggedAt(point.observedAt()))
                .map(point -> {
                    double bad = badness.applyAsDouble(point);
                    return new Sample(point.observedAt(), bad, bad, point.value());
                })
                .toList());
    }

    Sample get(int index) {
        return all.get(index);
    }

    int size() {
        return all.size();
    }

    Stream<Instant> instants() {
        return all.stream().map(Sample::at);
    }

    /** Of the newest sample at or before an instant; -1: none. */
    int indexAt(Instant at) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).at().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /** Of the sample of that very instant; -1: none. */
    int indexOf(Instant at) {
        int index = indexAt(at);
        return index >= 0 && all.get(index).at().equals(at) ? index : -1;
    }
}
