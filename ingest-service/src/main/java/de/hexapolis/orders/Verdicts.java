package de.hexapolis.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a judge found. Immutable.
 *
 * @param opened one a subject and rule, of which none is open
 * @param received when the oldest reading was received that an asset was judged for, by the asset's number
 */
public record Verdicts(List<NewAlert> opened, List<AlertChange> changed, Map<Long, Instant> received) {
    public Verdicts {
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        received = Map.copyOf(received);
    }
}
