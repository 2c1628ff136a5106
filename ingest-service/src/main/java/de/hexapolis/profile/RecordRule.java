package de.hexapolis.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a message carries records that the device kept, each with its own time: what it measured while it had no
 * network. Immutable, thread-safe.
 *
 * @param time below a record
 */
record RecordRule(List<FieldPath> paths, TimeRule time) {

    /**
     * Each record as a message of its own; one without a time, or with that of a clock never set, is bad, for nobody knows
     * when it was. A record may be later than its message, whose own time may be that of its first reading.
     */
    List<Uplink> of(Uplink message, Mapped mapped) {
        List<Uplink> records = new ArrayList<>();
        for (FieldPath path : paths) {
            for (Found found : path.all(message.body())) {
                Optional<Instant> observedAt = time.own(found.node(), TimeRule.latest(message.observedAt()));
                if (observedAt.isPresent()) {
                    records.add(new Uplink(message.device(), found.node(), message.port(), observedAt.get()));
                } else if (found.isThere()) {
                    mapped.bad("%s: a record without a time that can be: %s"
                            .formatted(path, Excerpt.quoted(found.node())));
                }
            }
        }
        return records;
    }
}
