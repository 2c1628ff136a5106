package de.hexapolis.store;

import java.util.List;

/** What became of a batch. */
public sealed interface WriteResult {

    /**
     * All of it is committed.
     *
     * @param outcomes one per message, in the batch's order
     * @param due rows that it left for the judge
     */
    record Committed(List<Outcome> outcomes, int observations, int duplicates, int conflicts, int due)
            implements WriteResult {
        public Committed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Nothing was written: the registry has changed since the rows were made. */
    record RegistryChanged() implements WriteResult {}
}
