package de.hexapolis.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a judge found. Immutable.
 *
 * @param opened one a subject and rule, of which none is open
 * @param rounds when the next planned round passes an asset for which one is opened, by the asset's number
 * @param received when the oldest reading was received that an asset was judged for, by the asset's number
 */
public record Verdicts(
        List<NewAlert> opened, List<AlertChange> changed, Map<Long, Instant> rounds, Map<Long, Instant> received) {
    public Verdicts {
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        rounds = Map.copyOf(rounds);
        received = Map.copyOf(received);
    }
}
