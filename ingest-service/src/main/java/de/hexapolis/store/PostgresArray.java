package de.hexapolis.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Arrays of primitives as parameters: the driver sends them in binary, without boxing. */
public final class PostgresArray {
    private PostgresArray() {}

    public static Array of(Connection connection, int[] values) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf("int4", values);
    }

    public static Array of(Connection connection, long[] values) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf("int8", values);
    }

    public static Array of(Connection connection, short[] values) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf("int2", values);
    }

    public static Array of(Connection connection, double[] values) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf("float8", values);
    }
}
