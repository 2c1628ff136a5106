package de.hexapolis.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The readings of one batch, and which of them are new: each key counts for the first row that brings it, and the rows
 * after it repeat it. Until it is told otherwise it takes all keys for new. One thread.
 */
final class BatchRows {
    private final List<ObservationRow> distinct;
    /** Rows that bring nothing new, and the values known under their keys. Mostly both are empty. */
    private final Set<ObservationRow> repeats = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<ObservationRow.Key, Double> known = new HashMap<>();

    BatchRows(List<MessageRows> batch) {
        List<ObservationRow> sorted = new ArrayList<>();
        batch.forEach(message -> sorted.addAll(message.observations()));
        sorted.sort(ObservationRow.BY_KEY);
        distinct = new ArrayList<>(sorted.size());
        for (ObservationRow row : sorted) {
            int last = distinct.size() - 1;
            if (last >= 0 && ObservationRow.BY_KEY.compare(distinct.get(last), row) == 0) {
                repeats.add(row);
                known.put(row.key(), distinct.get(last).value());
            } else {
                distinct.add(row);
            }
        }
    }

    /** Each key once, in locking order. */
    List<ObservationRow> distinct() {
        return distinct;
    }

    /** Those of {@link #distinct()} whose key is new, in the same order. */
    List<ObservationRow> fresh() {
        return repeats.isEmpty()
                ? distinct
                : distinct.stream().filter(row -> !repeats.contains(row)).toList();
    }

    /** These were stored before, with these values. */
    void storedBefore(List<ObservationRow> rows, Map<ObservationRow.Key, Double> values) {
        repeats.addAll(rows);
        known.putAll(values);
    }

    boolean isFresh(ObservationRow row) {
        return repeats.isEmpty() || !repeats.contains(row);
    }

    /** What is stored under the row's key, if that is not the row itself; its own value if that is not known. */
    double valueUnderKeyOf(ObservationRow row) {
        return known.getOrDefault(row.key(), row.value());
    }
}
