package de.hexapolis.judge;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.Happening;
import java.time.Instant;

/**
 * An emptying, watering, rain or wetting as readings tell it. Immutable, as long as nobody writes into the detail.
 *
 * @param detail values before and after, and of which series
 */
record SensedOccurrence(String kind, Instant at, JsonNode detail) {
    Happening asHappening() {
        return new Happening(kind, at, false);
    }
}
