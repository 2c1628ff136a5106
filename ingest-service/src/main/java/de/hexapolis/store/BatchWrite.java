package de.hexapolis.store;

import de.hexapolis.store.WriteResult.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The statements of one batch in one transaction, and what became of each message. One thread, used once. */
final class BatchWrite {
    private static final String CONFLICT = "conflict";

    private final Connection connection;
    private final List<MessageRows> batch;
    /** Each key once, in locking order: the first row of the batch that has it. */
    private final TreeMap<ObservationRow, ObservationRow> distinct = new TreeMap<>(ObservationRow.BY_KEY);

    private int duplicates;
    private int conflicts;

    BatchWrite(Connection connection, List<MessageRows> batch) {
        this.connection = connection;
        this.batch = batch;
        for (MessageRows message : batch) {
            message.observations().forEach(row -> distinct.putIfAbsent(row, row));
        }
    }

    Committed run() throws SQLException {
        Set<ObservationRow.Key> fresh = insertObservations();
        int inserted = fresh.size();
        Set<Object> freshOthers = insertEventsAndPositions();
        Map<ObservationRow.Key, Double> stored = storedBefore(fresh);
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<QuarantineEntry> refusals = new ArrayList<>();
        for (MessageRows message : batch) {
            outcomes.add(settle(message, fresh, freshOthers, stored, refusals));
        }
        if (!refusals.isEmpty()) {
            InsertQuarantine.run(connection, refusals);
        }
        return new Committed(outcomes, inserted, duplicates, conflicts);
    }

    private Set<ObservationRow.Key> insertObservations() throws SQLException {
        if (distinct.isEmpty()) {
            return new HashSet<>();
        }
        Set<ObservationRow.Key> fresh = InsertObservations.run(connection, List.copyOf(distinct.keySet()));
        List<ObservationRow> freshRows = distinct.keySet().stream()
                .filter(row -> fresh.contains(row.key()))
                .toList();
        if (!freshRows.isEmpty()) {
            Instant receivedAt = batch.get(batch.size() - 1).message().receivedAt();
            MarkDays.run(connection, freshRows, UpsertLatest.run(connection, freshRows, receivedAt));
        }
        return fresh;
    }

    private Set<Object> insertEventsAndPositions() throws SQLException {
        Set<Object> fresh = new HashSet<>();
        List<EventRow> events =
                batch.stream().flatMap(message -> message.events().stream()).toList();
        if (!events.isEmpty()) {
            addFresh(fresh, events, InsertEvents.run(connection, events));
        }
        List<PositionRow> positions =
                batch.stream().flatMap(message -> message.positions().stream()).toList();
        if (!positions.isEmpty()) {
            addFresh(fresh, positions, InsertPositions.run(connection, positions));
        }
        return fresh;
    }

    private static void addFresh(Set<Object> fresh, List<?> rows, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                fresh.add(rows.get(i));
            }
        }
    }

    private Map<ObservationRow.Key, Double> storedBefore(Set<ObservationRow.Key> fresh) throws SQLException {
        if (fresh.size() == distinct.size()) {
            return new HashMap<>();
        }
        return SelectStored.run(
                connection,
                distinct.keySet().stream()
                        .filter(row -> !fresh.contains(row.key()))
                        .toList());
    }

    /** Each fresh row counts for the first message of the batch that brings it; for the next it is a duplicate. */
    private Outcome settle(
            MessageRows message,
            Set<ObservationRow.Key> fresh,
            Set<Object> freshOthers,
            Map<ObservationRow.Key, Double> stored,
            List<QuarantineEntry> refusals) {
        boolean anyNew = false;
        List<String> conflicting = new ArrayList<>();
        for (ObservationRow row : message.observations()) {
            if (fresh.remove(row.key())) {
                anyNew = true;
                stored.put(row.key(), row.value());
            } else if (row.derived() || row.value() == stored.getOrDefault(row.key(), row.value())) {
                duplicates++;
            } else {
                conflicts++;
                conflicting.add("series %d at %s has %s, not %s"
                        .formatted(row.seriesId(), row.observedAt(), stored.get(row.key()), row.value()));
            }
        }
        for (EventRow row : message.events()) {
            anyNew |= freshOthers.remove(row);
        }
        for (PositionRow row : message.positions()) {
            anyNew |= freshOthers.remove(row);
        }
        message.refusal().ifPresent(refusals::add);
        if (!conflicting.isEmpty() && message.refusal().isEmpty()) {
            refusals.add(new QuarantineEntry(
                    message.message(), CONFLICT, String.join("; ", conflicting), Optional.empty(), Optional.empty()));
        }
        if (anyNew) {
            return Outcome.STORED;
        }
        if (message.refusal().isPresent() || !conflicting.isEmpty()) {
            return Outcome.QUARANTINED;
        }
        return message.isEmpty() ? Outcome.IGNORED : Outcome.DUPLICATE;
    }
}
