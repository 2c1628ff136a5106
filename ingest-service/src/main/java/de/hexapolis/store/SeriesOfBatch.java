package de.hexapolis.store;

import de.hexapolis.telemetry.Quality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The new readings of one series in a batch. Immutable.
 *
 * @param lowest of the good ones; infinite if there is none
 * @param highest of the good ones; not a number, which the database takes for above all numbers, if one is bad
 */
record SeriesOfBatch(ObservationRow earliest, ObservationRow newest, double lowest, double highest) {
    /**
     * In one walk.
     *
     * @param rows sorted by {@link ObservationRow#BY_KEY}: those of a series stand together, the newest last
     */
    static List<SeriesOfBatch> of(List<ObservationRow> rows) {
        List<SeriesOfBatch> batch = new ArrayList<>(rows.size());
        int first = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i + 1 == rows.size()
                    || rows.get(i + 1).seriesId() != rows.get(i).seriesId()) {
                batch.add(of(rows, first, i));
                first = i + 1;
            }
        }
        return batch;
    }

    private static SeriesOfBatch of(List<ObservationRow> rows, int first, int last) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            ObservationRow row = rows.get(i);
            double value = row.quality() == Quality.GOOD.code() ? row.value() : Double.NaN;
            lowest = value < lowest ? value : lowest;
            highest = Math.max(highest, value);
        }
        return new SeriesOfBatch(rows.get(first), rows.get(last), lowest, highest);
    }

    /** Whether there are others beside the newest. */
    boolean hasSeveral() {
        return !earliest.observedAt().equals(newest.observedAt());
    }

    /** Those that are named, each from its earliest reading on. */
    static List<DueSeries> due(List<SeriesOfBatch> batch, Collection<Integer> series) {
        if (series.isEmpty()) {
            return List.of();
        }
        Set<Integer> named = new HashSet<>(series);
        return batch.stream()
                .filter(one -> named.contains(one.newest.seriesId()))
                .map(one -> new DueSeries(one.newest.seriesId(), one.earliest.observedAt()))
                .toList();
    }
}
