package de.hexapolis.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The readings of one batch, and which of them are new: each key counts for the first row that claims it, and for a
 * measured one rather than a derived one. Until it is told otherwise it takes all keys for new. One thread.
 */
final class BatchRows {
    private final List<ObservationRow> distinct;
    private final boolean keysRepeat;
    private List<ObservationRow> fresh;

    /** Values under keys that are not to be claimed any more. Mostly this and the next stay empty. */
    private final Map<ObservationRow.Key, Double> known = new HashMap<>();

    private final Map<ObservationRow.Key, ObservationRow> unclaimed = new HashMap<>();

    BatchRows(List<MessageRows> batch) {
        List<ObservationRow> sorted = new ArrayList<>();
        batch.forEach(message -> sorted.addAll(message.observations()));
        sorted.sort(ObservationRow.BY_KEY.thenComparing(ObservationRow::derived));
        distinct = new ArrayList<>(sorted.size());
        for (ObservationRow row : sorted) {
            int last = distinct.size() - 1;
            if (last < 0 || ObservationRow.BY_KEY.compare(distinct.get(last), row) != 0) {
                distinct.add(row);
            }
        }
        keysRepeat = distinct.size() < sorted.size();
        takeForNew(distinct);
    }

    /** Each key once, in locking order. */
    List<ObservationRow> distinct() {
        return distinct;
    }

    /** Those of {@link #distinct()} whose key is new, in the same order. */
    List<ObservationRow> fresh() {
        return fresh;
    }

    /** Only these keys are new; under others these values were stored before. */
    void onlyNew(Set<ObservationRow.Key> inserted, Map<ObservationRow.Key, Double> storedBefore) {
        known.putAll(storedBefore);
        takeForNew(distinct.stream().filter(row -> inserted.contains(row.key())).toList());
    }

    /** Whether the row is the first to bring its key, which is new. */
    boolean claim(ObservationRow row) {
        if (!keysRepeat && fresh.size() == distinct.size()) {
            return true;
        }
        ObservationRow stored = unclaimed.get(row.key());
        if (stored == null || stored.derived() != row.derived()) {
            return false;
        }
        unclaimed.remove(row.key());
        known.put(row.key(), row.value());
        return true;
    }

    /** What is known to be stored under the key of a row that could not claim it; else the row's own value. */
    double valueUnderKeyOf(ObservationRow row) {
        return known.getOrDefault(row.key(), row.value());
    }

    private void takeForNew(List<ObservationRow> rows) {
        fresh = rows;
        unclaimed.clear();
        if (keysRepeat || fresh.size() < distinct.size()) {
            fresh.forEach(row -> unclaimed.put(row.key(), row));
        }
    }
}
