package de.hexapolis.quarantine;

import java.util.List;
import java.util.Optional;

/**
 * Which waiting messages are to be replayed; all that is given must match. Immutable.
 *
 * @param ids none: any
 */
public record ReplayFilter(Optional<String> reason, Optional<String> device, Optional<String> city, List<Long> ids) {
    public ReplayFilter {
        ids = List.copyOf(ids);
    }
}
