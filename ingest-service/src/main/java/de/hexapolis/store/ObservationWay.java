package de.hexapolis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How readings get into their table. */
enum ObservationWay {
    /** For readings that are all new. Ends the transaction with a unique violation if one is not. */
    COPY {
        @Override
        void write(Connection connection, BatchRows rows) throws SQLException {
            CopyObservations.run(connection, rows.distinct());
        }
    },
    /** For any readings: what is there already stays, unless it was computed and is measured now, and is found out. */
    INSERT {
        @Override
        void write(Connection connection, BatchRows rows) throws SQLException {
            List<ObservationRow> distinct = rows.distinct();
            Set<ObservationRow.Key> inserted = InsertObservations.run(connection, distinct);
            if (inserted.size() < distinct.size()) {
                List<ObservationRow> before = distinct.stream()
                        .filter(row -> !inserted.contains(row.key()))
                        .toList();
                Map<ObservationRow.Key, Double> stored = SelectStored.run(connection, before);
                List<ObservationRow> contested = before.stream()
                        .filter(row -> !row.derived() && stored.getOrDefault(row.key(), row.value()) != row.value())
                        .toList();
                if (!contested.isEmpty()) {
                    inserted.addAll(OvertakeComputed.run(connection, contested, stored));
                }
                rows.onlyNew(inserted, stored);
            }
        }
    };

    /** @param rows is told which were stored before */
    abstract void write(Connection connection, BatchRows rows) throws SQLException;
}
