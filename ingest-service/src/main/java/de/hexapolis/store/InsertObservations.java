package de.hexapolis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Inserts readings and says which of them are new. */
final class InsertObservations {
    private static final String SQL =
            """
            insert into observation (series_id, quality, observed_at, value)
            select r.series_id, r.quality, timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond', r.value
            from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[])
                as r (series_id, quality, micros, value)
            on conflict do nothing
            returning series_id, (extract(epoch from observed_at - timestamptz '2000-01-01Z') * 1000000)::bigint
            """;

    private InsertObservations() {}

    /** @param rows sorted by {@link ObservationRow#BY_KEY}, each key once */
    static Set<ObservationRow.Key> run(Connection connection, List<ObservationRow> rows) throws SQLException {
        return AnsweredKeys.of(connection, SQL, rows);
    }
}
