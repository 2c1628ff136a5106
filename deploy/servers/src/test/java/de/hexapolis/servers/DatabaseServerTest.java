package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseServerTest {
    @Test
    void givesEachCallerAFreshDatabase() throws SQLException {
        try (DatabaseServer one = DatabaseServer.open();
                DatabaseServer other = DatabaseServer.open()) {
            execute(one, "create table mine (id integer)");

            assertThat(count(other, "select count(*) from pg_tables where tablename = 'mine'"))
                    .isZero();
        }
    }

    @Test
    void bringsTheSchemaWithIt() throws SQLException {
        try (DatabaseServer server = DatabaseServer.migrated()) {
            assertThat(count(server, "select count(*) from registry_version")).isEqualTo(1);
            assertThat(count(server, "select count(*) from observation")).isZero();
        }
    }

    @Test
    void bringsThePlainSchemaWhateverTheServerHas() throws SQLException {
        try (DatabaseServer server = DatabaseServer.migrated(Engine.POSTGRESQL)) {
            assertThat(count(
                            server,
                            "select count(*) from pg_partitioned_table p where p.partrelid = 'observation'::regclass"))
                    .isEqualTo(1);
        }
    }

    @Test
    void migratesADatabaseThatIsEmpty() throws SQLException {
        try (DatabaseServer server = DatabaseServer.open().migrate()) {
            assertThat(count(server, "select count(*) from city")).isZero();
        }
    }

    @Test
    void dropsItsDatabaseThoughSomebodyIsStillConnected() throws SQLException {
        DatabaseServer server = DatabaseServer.open();
        try (Connection still = server.dataSource().getConnection()) {
            server.close();

            assertThat(still.isValid(1)).isFalse();
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
