package de.hexapolis.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.hexapolis.schema.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The chunks of a test's database, where it is a TimescaleDB. */
public final class Compression {
    /** The status of a chunk whose rows are all compressed. */
    public static final String COMPRESSED = "1";
    /** That of a chunk with rows beside the compressed ones. */
    public static final String PARTIAL = "9";

    private static final String CHUNKS =
            """
            select %s from timescaledb_information.chunks
            where hypertable_name = 'observation' order by range_end
            """;

    private final DataSource database;

    private Compression(DataSource database) {
        this.database = database;
    }

    /** The rest of the test is not run on PostgreSQL, and says so. */
    public static Compression assumedOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            assumeTrue(
                    Engine.of(connection) == Engine.TIMESCALEDB,
                    "not run: PostgreSQL compresses nothing; HEXAPOLIS_TEST_DATABASE_URL may name a TimescaleDB");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Compression(database);
    }

    /** Compresses all chunks. */
    public void compress() {
        each("compress_chunk(format('%I.%I', chunk_schema, chunk_name))");
    }

    /** The status of each chunk, oldest first. */
    public List<String> chunks() {
        return each("_timescaledb_functions.chunk_status(format('%I.%I', chunk_schema, chunk_name)::regclass)");
    }

    private List<String> each(String expression) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(CHUNKS.formatted(expression))) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
