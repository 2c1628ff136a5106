package de.hexapolis.store;

import de.hexapolis.store.WriteResult.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of one batch in one transaction, and what became of each message. One thread, used once. */
final class BatchWrite {
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
        if (batch.isEmpty()) {
            return new Committed(List.of(), 0, 0, 0, 0);
        }
        if (!rows.distinct().isEmpty()) {
            way.write(connection, rows);
        }
        List<ObservationRow> fresh = rows.fresh();
        Instant receivedAt = batch.get(batch.size() - 1).message().receivedAt();
        Upserted upserted = UpsertLatest.run(connection, fresh, receivedAt);
        MarkDays.run(connection, fresh, upserted.rolledUntil());
        EventsAndPositions others = EventsAndPositions.insert(connection, batch);
        int due = AppendDue.run(connection, upserted.due(), others.freshAssets(), receivedAt);
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<QuarantineEntry> refusals = new ArrayList<>();
        for (MessageRows message : batch) {
            outcomes.add(settle(message, others, refusals));
        }
        if (!refusals.isEmpty()) {
            InsertQuarantine.run(connection, refusals);
        }
        return new Committed(outcomes, fresh.size(), duplicates, conflicts, due);
    }

    private Outcome settle(MessageRows message, EventsAndPositions others, List<QuarantineEntry> refusals) {
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
            anyNew |= others.claim(row);
            others.conflict(row).ifPresent(conflicting::add);
        }
        for (PositionRow row : message.positions()) {
            anyNew |= others.claim(row);
            others.conflict(row).ifPresent(conflicting::add);
        }
        Optional<QuarantineEntry> refusal = conflicting.isEmpty()
                ? message.refusal()
                : Optional.of(message.refusedToo(QuarantineEntry.CONFLICT, String.join("; ", conflicting)));
        refusal.ifPresent(refusals::add);
        if (anyNew) {
            return Outcome.STORED;
        }
        if (refusal.isPresent()) {
            return Outcome.QUARANTINED;
        }
        return message.isEmpty() ? Outcome.IGNORED : Outcome.DUPLICATE;
    }
}
