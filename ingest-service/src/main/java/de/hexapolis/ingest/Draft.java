package de.hexapolis.ingest;

import de.hexapolis.decode.RejectReason;
import de.hexapolis.registry.Registry;
import de.hexapolis.registry.SeriesKey;
import de.hexapolis.store.EventRow;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.ObservationRow;
import de.hexapolis.store.Origin;
import de.hexapolis.store.PositionRow;
import de.hexapolis.store.QuarantineEntry;
import de.hexapolis.telemetry.RawMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A message's rows, but for the ids of its series. Immutable. */
record Draft(
        RawMessage message,
        Origin origin,
        List<Reading> readings,
        List<EventRow> events,
        List<PositionRow> positions,
        Optional<QuarantineEntry> refusal) {
    private static final int NAMED_AT_MOST = 10;

    static Draft nothing(RawMessage message) {
        return new Draft(message, Origin.UNKNOWN, List.of(), List.of(), List.of(), Optional.empty());
    }

    static Draft refused(QuarantineEntry entry) {
        return new Draft(entry.message(), entry.origin(), List.of(), List.of(), List.of(), Optional.of(entry));
    }

    /** @param ids without those of series that a device may not have: what belongs to these is refused */
    MessageRows rows(Map<SeriesKey, Integer> ids) {
        List<ObservationRow> rows = new ArrayList<>(readings.size());
        List<SeriesKey> beyond = new ArrayList<>(0);
        for (Reading reading : readings) {
            Integer id = ids.get(reading.series);
            if (id == null) {
                beyond.add(reading.series);
            } else {
                rows.add(reading.row(id));
            }
        }
        Optional<QuarantineEntry> refused = beyond.isEmpty() ? refusal : Optional.of(refusedToo(beyond));
        return new MessageRows(message, rows, events, positions, refused, origin);
    }

    private QuarantineEntry refusedToo(List<SeriesKey> beyond) {
        String detail = "%s: the device has %d series at its asset, the most that one may have"
                .formatted(
                        beyond.stream()
                                .limit(NAMED_AT_MOST)
                                .map(series -> (series.quantity() + " " + series.channel()).strip())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        Registry.MOST_SERIES);
        return refusal.map(
                        other -> new QuarantineEntry(message, other.reason(), other.detail() + "; " + detail, origin))
                .orElseGet(() -> new QuarantineEntry(message, RejectReason.TOO_MANY_SERIES.wireName(), detail, origin));
    }

    /** @param day start of the city's local day */
    record Reading(SeriesKey series, Instant observedAt, double value, short quality, Instant day) {
        private ObservationRow row(int id) {
            return new ObservationRow(id, observedAt, value, quality, day, series.derived());
        }
    }
}
