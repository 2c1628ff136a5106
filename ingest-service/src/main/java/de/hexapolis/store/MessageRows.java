package de.hexapolis.store;

import de.hexapolis.telemetry.RawMessage;
import java.util.List;
import java.util.Optional;

/**
 * What one message becomes. Immutable.
 *
 * @param refusal of the whole message or of a part of it
 * @param origin for what the store itself refuses
 */
public record MessageRows(
        RawMessage message,
        List<ObservationRow> observations,
        List<EventRow> events,
        List<PositionRow> positions,
        Optional<QuarantineEntry> refusal,
        Origin origin) {
    public MessageRows {
        observations = List.copyOf(observations);
        events = List.copyOf(events);
        positions = List.copyOf(positions);
    }

    /** A message of which nobody knows whose it is. */
    public MessageRows(
            RawMessage message,
            List<ObservationRow> observations,
            List<EventRow> events,
            List<PositionRow> positions,
            Optional<QuarantineEntry> refusal) {
        this(message, observations, events, positions, refusal, Origin.UNKNOWN);
    }

    /** A message that is refused as a whole. */
    public static MessageRows refused(QuarantineEntry refusal) {
        return new MessageRows(
                refusal.message(), List.of(), List.of(), List.of(), Optional.of(refusal), refusal.origin());
    }

    /** The entry of this message, with one more reason to refuse a part; what was refused before comes first. */
    QuarantineEntry refusedToo(String reason, String detail) {
        return refusal.map(before ->
                        new QuarantineEntry(message, before.reason(), before.detail() + "; " + detail, before.origin()))
                .orElseGet(() -> new QuarantineEntry(message, reason, detail, origin));
    }

    boolean isEmpty() {
        return observations.isEmpty() && events.isEmpty() && positions.isEmpty();
    }
}
