package de.hexapolis.query.crews;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.work.Title;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement that reads crews that the caller may see. Stateless. */
final class ReadCrews {
    private static final NamedSql SQL = NamedSql.beside(ReadCrews.class, "read_crews.sql");

    private ReadCrews() {}

    static List<Crew> run(Connection connection, Caller caller) throws SQLException {
        Map<String, Object> values = new HashMap<>(caller.sight());
        List<Crew> crews = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                crews.add(new Crew(
                        row.getString("city_id"),
                        row.getString("crew_id"),
                        new Title(row.getString("name_de"), row.getString("name_en")),
                        Jsonb.tree(row, "document").orElseThrow(),
                        row.getInt("orders_open")));
            }
        }
        return crews;
    }
}
