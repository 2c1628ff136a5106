package de.hexapolis.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the rows of {@code latest} say to new readings. Immutable.
 *
 * @param rolledUntil the start of the first day that is not rolled up, by series; series whose rollups end before all of
 *     the readings are left out
 * @param due series that are to be judged
 */
record Upserted(Map<Integer, Instant> rolledUntil, List<DueSeries> due) {
    static final Upserted NOTHING = new Upserted(Map.of(), List.of());

    Upserted {
        rolledUntil = Map.copyOf(rolledUntil);
        due = List.copyOf(due);
    }
}
