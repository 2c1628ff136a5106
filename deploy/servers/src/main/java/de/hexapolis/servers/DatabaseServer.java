package de.hexapolis.servers;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A fresh database with a random name on the one server of this JVM; closing it drops the database. Thread-safe.
 *
 * <p>The server is the one that HEXAPOLIS_TEST_DATABASE_URL, _USER and _PASSWORD name (PostgreSQL 15 or newer, or
 * TimescaleDB; the user must be allowed to create databases), else a TimescaleDB container, else embedded PostgreSQL.
 */
public final class DatabaseServer implements AutoCloseable {
    private final String name;
    private final DatabaseAddress address;
    private final Engine engine;

    private DatabaseServer(String name, Engine engine) {
        this.name = name;
        this.address = SharedDatabase.address().database(name);
        this.engine = engine;
    }

    /** An empty database. */
    public static DatabaseServer open() {
        DatabaseServer server = new DatabaseServer(randomName(), SharedDatabase.engine());
        SharedDatabase.execute("create database " + server.name);
        return server;
    }

    /** A database with the schema, for the best engine that the server has. */
    public static DatabaseServer migrated() {
        return migrated(SharedDatabase.engine());
    }

    /** A database with the schema as it is on the given engine, which the server must {@linkplain #offers offer}. */
    public static DatabaseServer migrated(Engine engine) {
        DatabaseServer server = new DatabaseServer(randomName(), engine);
        if (engine == Engine.TIMESCALEDB) {
            // its background worker holds a connection to a template, which PostgreSQL then refuses to copy
            SharedDatabase.execute("create database " + server.name);
            return server.migrate();
        }
        SharedDatabase.execute("create database " + server.name + " template " + SharedDatabase.template());
        return server;
    }

    /** Whether the server has the engine: PostgreSQL always, TimescaleDB where its extension is installed. */
    public static boolean offers(Engine engine) {
        return engine == Engine.POSTGRESQL || SharedDatabase.engine() == engine;
    }

    /** Brings the schema of this database up to date. */
    public DatabaseServer migrate() {
        migrate(address, engine);
        return this;
    }

    static void migrate(DatabaseAddress address, Engine engine) {
        Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:de/hexapolis/database")
                .placeholders(Map.of("engine", engine.placeholder()))
                .load()
                .migrate();
    }

    /** Gives a new connection at each call. */
    public DataSource dataSource() {
        return address.dataSource();
    }

    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    public String username() {
        return address.username();
    }

    public String password() {
        return address.password();
    }

    public Engine engine() {
        return engine;
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        SharedDatabase.execute("drop database if exists " + name + " with (force)");
    }

    static String randomName() {
        return "hexapolis_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A server that does not do what it is asked, in a test: nothing to retry. */
    static IllegalStateException failed(String what, SQLException why) {
        return new IllegalStateException(what + ": " + why.getMessage(), why);
    }
}
