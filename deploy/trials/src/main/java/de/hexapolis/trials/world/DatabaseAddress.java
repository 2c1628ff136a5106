package de.hexapolis.trials.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and who enters it. Immutable. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    static DatabaseAddress onLoopback(int port) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", "");
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
