package de.hexapolis.registry;

import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.servers.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real database with the whole schema for one test. */
public final class RegistryDatabase implements AfterEachCallback {
    private final DatabaseServer server = DatabaseServer.migrated();

    public RegistryDatabase() {
        if (server.engine() == Engine.POSTGRESQL) {
            execute("create table observation_all partition of observation default");
        }
    }

    public DataSource dataSource() {
        return server.dataSource();
    }

    /** Runs one or more statements. */
    public void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    /** The rows of a query, each as one text, columns separated by blanks. */
    public List<String> rows(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(column == 1 ? "" : " ").append(result.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    /** What work within a transaction answers, which is committed. */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            T answer = work.on(connection);
            connection.commit();
            return answer;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
