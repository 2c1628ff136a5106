package de.hexapolis.trials.crews;

import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An alert that stands, or stood; those that were withdrawn, because late data had dissolved them, are none. Immutable. */
record ToldAlert(String asset, String rule, Instant began, Optional<Instant> ended) {
    private static final String SQL =
            """
            select s.city_id || '/' || s.reference as asset, a.rule_id, a.began_at, a.ended_at
            from alert a join asset s using (asset_id)
            where a.state <> 'withdrawn'
            """;

    static List<ToldAlert> read(World world) throws SQLException {
        List<ToldAlert> all = new ArrayList<>();
        try (Connection connection = world.database().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            while (row.next()) {
                all.add(new ToldAlert(
                        row.getString("asset"),
                        row.getString("rule_id"),
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
        return all;
    }
}
