package de.hexapolis.trials.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a database is and who enters it. Immutable. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final Pattern HOST = Pattern.compile("//(?:127\\.0\\.0\\.1|localhost):(\\d+)/");

    static DatabaseAddress onLoopback(int port) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", "-");
    }

    /** The same database, reached through another port on loopback. */
    DatabaseAddress through(int port) {
        return new DatabaseAddress(jdbcUrl.replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/"), user, password);
    }

    /** Another database of the same server. */
    DatabaseAddress named(String name) {
        return new DatabaseAddress(jdbcUrl.replaceFirst("(//[^/]+/)[^?]*", "$1" + name), user, password);
    }

    int port() {
        Matcher matcher = HOST.matcher(jdbcUrl);
        if (!matcher.find()) {
            throw new IllegalArgumentException("not jdbc:postgresql://127.0.0.1:port/database: '" + jdbcUrl + "'");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** The number that a query of one row and one column answers. */
    public long number(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
