package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Assigns events and position fixes of the affected devices to the asset at which the device was. Stateless. */
final class MoveEventsAndPositions {
    private static final String EVENTS =
            """
            update event e set asset_id = i.asset_id
            from affected f join installation i on i.device_id = f.device_id
            where e.device_id = f.device_id and e.asset_id <> i.asset_id
                and e.observed_at >= greatest(f.changed_from, i.installed_from)
                and e.observed_at < coalesce(i.installed_until, 'infinity')
            """;
    private static final String POSITIONS =
            """
            update position_fix p set asset_id = i.asset_id
            from affected f join installation i on i.device_id = f.device_id
            where p.device_id = f.device_id and p.asset_id <> i.asset_id
                and p.observed_at >= greatest(f.changed_from, i.installed_from)
                and p.observed_at < coalesce(i.installed_until, 'infinity')
            """;

    private MoveEventsAndPositions() {}

    static void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(EVENTS);
            statement.executeUpdate(POSITIONS);
        }
    }
}
