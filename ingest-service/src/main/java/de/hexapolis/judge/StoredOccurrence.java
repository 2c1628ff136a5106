package de.hexapolis.judge;

import de.hexapolis.rules.Happening;
import java.time.Instant;

/**
 * A row of {@code occurrence}. Immutable.
 *
 * @param isPersons whether a person told or corrected it: then no judge changes it
 */
record StoredOccurrence(long id, long assetId, String kind, Instant at, boolean isPersons, boolean removed) {
    Happening asHappening() {
        return new Happening(kind, at, removed);
    }
}
