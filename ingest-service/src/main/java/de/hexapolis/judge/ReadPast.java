package de.hexapolis.judge;

import de.hexapolis.plausibility.Past;
import de.hexapolis.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Asks the readings of a series that are older than those at hand. One thread. */
record ReadPast(Connection connection) implements Past {
    private static final String SQL =
            """
            select min(o.observed_at) as first from observation o
            where o.series_id = ? and o.observed_at >= ? and o.quality in (0, 3)
                and o.observed_at > coalesce((
                    select max(b.observed_at) from observation b
                    where b.series_id = ? and b.observed_at >= ? and b.quality in (0, 3)
                        and (b.value < ? or b.value > ?)), '-infinity')
            """;

    @Override
    public Instant withinSince(int seriesId, double low, double high, Instant notBefore) {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, seriesId);
            statement.setObject(2, SqlTimes.of(notBefore));
            statement.setInt(3, seriesId);
            statement.setObject(4, SqlTimes.of(notBefore));
            statement.setDouble(5, low);
            statement.setDouble(6, high);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return SqlTimes.optional(row, "first").orElse(Instant.MAX);
            }
        } catch (SQLException failure) {
            throw new StoreUnavailable(failure);
        }
    }
}
