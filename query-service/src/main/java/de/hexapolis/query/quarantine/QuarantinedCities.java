package de.hexapolis.query.quarantine;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses cities whose messages are not for the caller, and such as nobody knows, so that a slip is no empty answer.
 * Stateless.
 */
final class QuarantinedCities {
    /** A source may be set to a city whose pack is not loaded. */
    private static final String UNREGISTERED =
            """
            select asked.city_id
            from unnest(?::text[]) asked (city_id)
            where not exists (select from city c where c.city_id = asked.city_id)
                and exists (select from quarantine m where m.city_id = asked.city_id)""";

    private QuarantinedCities() {}

    /**
     * @param trouble whether a parameter or the body is to blame for a city that there is not
     * @throws de.hexapolis.query.problem.Problem naming the city
     */
    static void check(Connection connection, Set<CityId> cities, Caller caller, Trouble trouble) throws SQLException {
        cities.forEach(caller::mustBeStaffOf);
        if (!cities.isEmpty() && caller.isOperator()) {
            Set<CityId> others = new HashSet<>(cities);
            others.removeAll(unregistered(connection, cities));
            FilterWords.checkCities(connection, others, caller, trouble);
        }
    }

    private static Set<CityId> unregistered(Connection connection, Set<CityId> cities) throws SQLException {
        Set<CityId> found = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(UNREGISTERED)) {
            statement.setArray(1, Sql.arrayUnlessEmpty(connection, "text", cities));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new CityId(row.getString(1)));
                }
            }
        }
        return found;
    }
}
