package de.hexapolis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events and positions of one batch: which are new, and under whose keys something else is stored. One thread. */
final class EventsAndPositions {
    private final Set<Object> fresh = new HashSet<>();
    private final Map<Object, String> conflicts = new HashMap<>();

    /** Inserts them in locking order; of one key the first of the batch comes first. */
    static EventsAndPositions insert(Connection connection, List<MessageRows> batch) throws SQLException {
        EventsAndPositions inserted = new EventsAndPositions();
        List<EventRow> events = batch.stream()
                .flatMap(message -> message.events().stream())
                .sorted(EventRow.BY_KEY)
                .toList();
        if (!events.isEmpty()) {
            List<EventRow> known = inserted.withoutFresh(events, InsertEvents.run(connection, events));
            if (!known.isEmpty()) {
                inserted.conflicts.putAll(SelectOtherEvents.run(connection, known));
            }
        }
        List<PositionRow> positions = batch.stream()
                .flatMap(message -> message.positions().stream())
                .sorted(PositionRow.BY_KEY)
                .toList();
        if (!positions.isEmpty()) {
            List<PositionRow> known = inserted.withoutFresh(positions, InsertPositions.run(connection, positions));
            if (!known.isEmpty()) {
                inserted.conflicts.putAll(SelectOtherPositions.run(connection, known));
            }
        }
        return inserted;
    }

    /** Whether the row is the first to bring its key, which is new. */
    boolean claim(Object row) {
        return fresh.remove(row);
    }

    /** What is stored in the row's place, and what came; empty where it is the same. */
    Optional<String> conflict(Object row) {
        return Optional.ofNullable(conflicts.get(row));
    }

    private <T> List<T> withoutFresh(List<T> rows, int[] counts) {
        List<T> known = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                fresh.add(rows.get(i));
            } else {
                known.add(rows.get(i));
            }
        }
        return known;
    }
}
