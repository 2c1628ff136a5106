package de.hexapolis.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Unavailable;
import de.hexapolis.servers.DatabaseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
    @SuppressWarnings("NullAway.Init") // once for all tests
    private static DatabaseServer server;

    @BeforeAll
    static void open() {
        server = DatabaseServer.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void endsAStatementThatTakesTooLongAndSaysWhatToNarrow() {
        Database hasty = new Database(server.dataSource(), Duration.ofMillis(200));
        assertThatThrownBy(() -> hasty.read(connection -> run(connection, "select pg_sleep(20)")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("fewer assets, a shorter time or longer buckets")
                .extracting(problem -> ((Problem) problem).document().code())
                .isEqualTo("too-slow");
    }

    @Test
    void writesNothingWhileReading() {
        Database database = new Database(server.dataSource(), Duration.ofSeconds(10));
        assertThatThrownBy(() -> database.read(connection -> run(connection, "create table forbidden ()")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read-only transaction");
    }

    /** What was the primary before a failover, or where the primary's address was forgotten. */
    @Test
    void tellsAReplicaThatIsToBeWrittenToFromADefect() {
        PGSimpleDataSource replica = new PGSimpleDataSource();
        replica.setURL(server.jdbcUrl());
        replica.setUser(server.username());
        replica.setPassword(server.password());
        replica.setOptions("-c default_transaction_read_only=on");
        Database database = new Database(replica, Duration.ofSeconds(10));
        assertThatThrownBy(() -> database.write(connection -> run(connection, "create table refused ()")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("quarkus.datasource.commands.jdbc.url");
    }

    @Test
    void seesOneStateInAllStatementsOfOneRead() {
        Database database = new Database(server.dataSource(), Duration.ofSeconds(10));
        database.write(connection -> run(connection, "create table counted as select 1 as n"));
        int seen = database.read(connection -> {
            int before = count(connection);
            database.write(other -> run(other, "insert into counted values (2)"));
            return count(connection) - before;
        });
        assertThat(seen).isZero();
    }

    @Test
    void tellsADatabaseThatIsAwayFromADefect() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThatThrownBy(() -> new Database(nowhere, Duration.ofSeconds(1)).read(connection -> 1))
                .isInstanceOf(Unavailable.class);
        Database database = new Database(server.dataSource(), Duration.ofSeconds(10));
        assertThatThrownBy(() -> database.read(connection ->
                        run(connection, "do $$ begin raise exception using errcode = 'serialization_failure'; end $$")))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> database.read(connection -> run(connection, "select nonsense")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from counted")) {
            row.next();
            return row.getInt(1);
        }
    }
}
