package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The channels of some cities that are in use; those locked that are about to be deleted are waited for. Stateless. */
final class ReadListeners {
    private static final String SQL =
            """
            select channel_id, city_id, crew_id, kind, settings from channel
            where state <> 'disabled' and (city_id is null or city_id = any (?)) for key share
            """;

    private ReadListeners() {}

    static List<Listener> on(Connection connection, Collection<String> cities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Rows.texts(connection, cities));
            try (ResultSet row = statement.executeQuery()) {
                List<Listener> listeners = new ArrayList<>();
                while (row.next()) {
                    ChannelKind kind = ChannelKind.named(row.getString("kind"));
                    listeners.add(new Listener(
                            row.getLong("channel_id"),
                            Optional.ofNullable(row.getString("city_id")),
                            Optional.ofNullable(row.getString("crew_id")),
                            kind,
                            ChannelWishes.of(kind, Rows.json(row, "settings"))));
                }
                return listeners;
            }
        }
    }
}
