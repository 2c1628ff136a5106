package de.hexapolis.ingest;

import de.hexapolis.registry.SeriesKey;
import de.hexapolis.store.EventRow;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.ObservationRow;
import de.hexapolis.store.PositionRow;
import de.hexapolis.store.QuarantineEntry;
import de.hexapolis.telemetry.RawMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A message's rows, but for the ids of its series. Immutable. */
record Draft(
        RawMessage message,
        List<Reading> readings,
        List<EventRow> events,
        List<PositionRow> positions,
        Optional<QuarantineEntry> refusal) {

    static Draft nothing(RawMessage message) {
        return new Draft(message, List.of(), List.of(), List.of(), Optional.empty());
    }

    static Draft refused(QuarantineEntry entry) {
        return new Draft(entry.message(), List.of(), List.of(), List.of(), Optional.of(entry));
    }

    MessageRows rows(Map<SeriesKey, Integer> ids) {
        List<ObservationRow> rows =
                readings.stream().map(reading -> reading.row(ids)).toList();
        return new MessageRows(message, rows, events, positions, refusal);
    }

    /** @param day start of the city's local day */
    record Reading(SeriesKey series, Instant observedAt, double value, short quality, Instant day) {
        private ObservationRow row(Map<SeriesKey, Integer> ids) {
            int id = Objects.requireNonNull(ids.get(series), () -> "no id of " + series);
            return new ObservationRow(id, observedAt, value, quality, day, series.derived());
        }
    }
}
