package de.hexapolis.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** Which of the two engines a database is, and whether it is new enough. */
public enum Engine {
    /** Hypertables with columnstore compression. */
    TIMESCALEDB,
    /** Declarative partitions, one a week. */
    POSTGRESQL;

    private static final int OLDEST_POSTGRESQL = 150_000;
    private static final String OLDEST_TIMESCALEDB = "2.18.1";

    /** The version that is there to be used: installed on disk, and loaded by the server, whose setting then exists. */
    private static final String OFFERED_TIMESCALEDB =
            """
            select coalesce(installed_version, default_version) from pg_available_extensions
            where name = 'timescaledb' and exists (select from pg_settings where name = 'timescaledb.disable_load')
            """;

    /** As the migrations' placeholder names it. */
    public String placeholder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Looks at a database.
     *
     * @throws UnfitDatabase naming the version, if it is older than PostgreSQL 15 or TimescaleDB 2.18.1: before that,
     *     ON CONFLICT on compressed chunks lost rows
     */
    public static Engine of(Connection connection) throws SQLException {
        int server = Integer.parseInt(one(connection, "show server_version_num").orElse("0"));
        if (server < OLDEST_POSTGRESQL) {
            throw new UnfitDatabase("PostgreSQL %d.%d is too old: version 15 or newer is needed"
                    .formatted(server / 10_000, server % 10_000));
        }
        Optional<String> timescale = one(connection, OFFERED_TIMESCALEDB);
        if (timescale.isEmpty()) {
            return POSTGRESQL;
        }
        if (isOlder(timescale.get(), OLDEST_TIMESCALEDB)) {
            throw new UnfitDatabase("TimescaleDB %s is too old: version %s or newer is needed"
                    .formatted(timescale.get(), OLDEST_TIMESCALEDB));
        }
        return TIMESCALEDB;
    }

    static boolean isOlder(String version, String than) {
        String[] left = version.split("[.-]", -1);
        String[] right = than.split("[.-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (!left[i].matches("\\d{1,6}") || !right[i].matches("\\d{1,6}")) {
                return false;
            }
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order < 0;
            }
        }
        return left.length < right.length;
    }

    private static Optional<String> one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
        }
    }
}
