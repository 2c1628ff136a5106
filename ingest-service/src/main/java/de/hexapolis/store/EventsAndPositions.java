package de.hexapolis.store;

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
import java.util.function.Consumer;

/** The events and positions of one batch: which are new, and under whose keys something else is stored. One thread. */
final class EventsAndPositions {
    private final Set<Object> fresh = new HashSet<>();
    private final Map<Object, String> conflicts = new HashMap<>();
    private final Map<Long, Instant> freshAssets = new TreeMap<>();

    /** A statement over the rows of a batch. */
    @FunctionalInterface
    private interface RowStatement<T, R> {
        R run(Connection connection, List<T> rows) throws SQLException;
    }

    /** Inserts them in locking order; of one key the first of the batch comes first. */
    static EventsAndPositions insert(Connection connection, List<MessageRows> batch) throws SQLException {
        EventsAndPositions inserted = new EventsAndPositions();
        inserted.insert(
                connection,
                batch.stream()
                        .flatMap(message -> message.events().stream())
                        .sorted(EventRow.BY_KEY)
                        .toList(),
                InsertEvents::run,
                SelectOtherEvents::run,
                row -> inserted.note(row.assetId(), row.observedAt()));
        inserted.insert(
                connection,
                batch.stream()
                        .flatMap(message -> message.positions().stream())
                        .sorted(PositionRow.BY_KEY)
                        .toList(),
                InsertPositions::run,
                SelectOtherPositions::run,
                row -> inserted.note(row.assetId(), row.observedAt()));
        return inserted;
    }

    private <T> void insert(
            Connection connection,
            List<T> rows,
            RowStatement<T, int[]> insert,
            RowStatement<T, Map<T, String>> selectOther,
            Consumer<T> isFresh)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<T> known = withoutFresh(rows, insert.run(connection, rows), isFresh);
        if (!known.isEmpty()) {
            conflicts.putAll(selectOther.run(connection, known));
        }
    }

    /** Assets of which an event or a position is new, each with the earliest of them. */
    Map<Long, Instant> freshAssets() {
        return freshAssets;
    }

    /** Whether the row is the first to bring its key, which is new. */
    boolean claim(Object row) {
        return fresh.remove(row);
    }

    /** What is stored in the row's place, and what came; empty where it is the same. */
    Optional<String> conflict(Object row) {
        return Optional.ofNullable(conflicts.get(row));
    }

    private void note(long asset, Instant observedAt) {
        freshAssets.merge(asset, observedAt, (one, other) -> one.isBefore(other) ? one : other);
    }

    private <T> List<T> withoutFresh(List<T> rows, int[] counts, Consumer<T> isFresh) {
        List<T> known = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                fresh.add(rows.get(i));
                isFresh.accept(rows.get(i));
            } else {
                known.add(rows.get(i));
            }
        }
        return known;
    }
}
