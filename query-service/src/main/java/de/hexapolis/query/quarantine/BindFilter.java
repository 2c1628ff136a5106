package de.hexapolis.query.quarantine;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The first nine parameters, which both statements of quarantine begin with. Stateless. */
final class BindFilter {
    private BindFilter() {}

    static void to(PreparedStatement statement, Connection connection, QuarantineFilter filter, Caller caller)
            throws SQLException {
        statement.setArray(1, Sql.arrayUnlessEmpty(connection, "text", filter.cities()));
        statement.setArray(2, Sql.arrayUnlessEmpty(connection, "text", filter.reasons()));
        statement.setArray(3, Sql.arrayUnlessEmpty(connection, "text", filter.devices()));
        statement.setString(4, filter.source().orElse(null));
        statement.setBoolean(5, filter.replayed());
        statement.setObject(6, filter.from().map(Sql::utc).orElse(null));
        statement.setObject(7, filter.to().map(Sql::utc).orElse(null));
        statement.setBoolean(8, caller.isOperator());
        statement.setArray(9, connection.createArrayOf("text", caller.staffedCities()));
    }
}
