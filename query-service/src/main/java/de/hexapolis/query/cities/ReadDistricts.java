package de.hexapolis.query.cities;

import de.hexapolis.query.sql.Jsonb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statement that reads a city's districts, by id. Stateless. */
final class ReadDistricts {
    private static final String SQL =
            "select district_id, name, polygon from district where city_id = ? order by district_id";

    private ReadDistricts() {}

    static List<District> run(Connection connection, String city) throws SQLException {
        List<District> districts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, city);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    districts.add(new District(
                            row.getString("district_id"), row.getString("name"), Jsonb.tree(row, "polygon")));
                }
            }
        }
        return districts;
    }
}
