package de.hexapolis.store;

import java.util.List;

/** What became of a batch. */
public sealed interface WriteResult {

    /**
     * All of it is committed.
     *
     * @param outcomes one per message, in the batch's order
     */
    record Committed(List<Outcome> outcomes, int observations, int duplicates, int conflicts) implements WriteResult {
        public Committed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Nothing was written: the registry has changed since the rows were made. */
    record RegistryChanged() implements WriteResult {}
}
