package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** When the crews of some cities work and want quiet, by city and crew. Stateless. */
final class ReadHours {
    /** A crew names its quiet hours by the calendar that holds them. */
    private static final String SQL =
            """
            select c.city_id || '/' || c.crew_id as crew, y.zone, c.document,
                coalesce(r.document, '{}') as calendar
            from crew c join city y using (city_id)
            left join rule r on r.section = 'calendar' and r.rule_id = c.document ->> 'quiet_hours'
            where c.city_id = any (?)
            """;

    private ReadHours() {}

    static Map<String, CrewHours> on(Connection connection, Collection<String> cities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Rows.texts(connection, cities));
            try (ResultSet row = statement.executeQuery()) {
                Map<String, CrewHours> hours = new HashMap<>();
                while (row.next()) {
                    JsonNode document = Rows.json(row, "document");
                    JsonNode calendar = Rows.json(row, "calendar");
                    hours.put(
                            row.getString("crew"), CrewHours.of(document, calendar, ZoneId.of(row.getString("zone"))));
                }
                return hours;
            }
        }
    }
}
