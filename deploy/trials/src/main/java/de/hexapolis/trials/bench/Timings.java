package de.hexapolis.trials.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of the same thing done again and again. One thread. */
final class Timings {
    private final List<Long> nanos = new ArrayList<>();

    void add(Duration time) {
        nanos.add(time.toNanos());
    }

    /** In milliseconds; the nearest rank. */
    double percentile(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
