package de.hexapolis.store;

import de.hexapolis.store.WriteResult.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements of one batch in one transaction, and what became of each message. One thread, used once. */
final class BatchWrite {
    private static final String CONFLICT = "conflict";

    private final Connection connection;
    private final List<MessageRows> batch;
    private final BatchRows rows;

    private int duplicates;
    private int conflicts;

    BatchWrite(Connection connection, List<MessageRows> batch) {
        this.connection = connection;
        this.batch = batch;
        this.rows = new BatchRows(batch);
    }

    Committed run(ObservationWay way) throws SQLException {
        if (!rows.distinct().isEmpty()) {
            way.write(connection, rows);
        }
        List<ObservationRow> fresh = rows.fresh();
        if (!fresh.isEmpty()) {
            Instant receivedAt = batch.get(batch.size() - 1).message().receivedAt();
            MarkDays.run(connection, fresh, UpsertLatest.run(connection, fresh, receivedAt));
        }
        Set<Object> freshOthers = insertEventsAndPositions();
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<QuarantineEntry> refusals = new ArrayList<>();
        for (MessageRows message : batch) {
            outcomes.add(settle(message, freshOthers, refusals));
        }
        if (!refusals.isEmpty()) {
            InsertQuarantine.run(connection, refusals);
        }
        return new Committed(outcomes, fresh.size(), duplicates, conflicts);
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

    private Outcome settle(MessageRows message, Set<Object> freshOthers, List<QuarantineEntry> refusals) {
        boolean anyNew = false;
        List<String> conflicting = new ArrayList<>();
        for (ObservationRow row : message.observations()) {
            if (rows.claim(row)) {
                anyNew = true;
            } else if (row.derived() || row.value() == rows.valueUnderKeyOf(row)) {
                duplicates++;
            } else {
                conflicts++;
                conflicting.add("series %d at %s has %s, not %s"
                        .formatted(row.seriesId(), row.observedAt(), rows.valueUnderKeyOf(row), row.value()));
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
            refusals.add(
                    new QuarantineEntry(message.message(), CONFLICT, String.join("; ", conflicting), message.origin()));
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
