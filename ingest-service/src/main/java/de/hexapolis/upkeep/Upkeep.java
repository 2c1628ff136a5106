package de.hexapolis.upkeep;

import de.hexapolis.schema.Engine;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.store.Partitions;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks after the store once an hour of platform time; one replica at a time. Owns one thread. */
@ApplicationScoped
public class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** Raw readings stay so much longer than they are accepted, so that nobody writes where they are deleted. */
    private static final Duration MARGIN = Duration.ofDays(8);

    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    /** How long gateways and ways of devices are remembered that nobody has heard of. */
    private static final Duration LONGEST_UNHEARD = Duration.ofDays(30);

    private static final String CLAIM = "select pg_try_advisory_lock(740004)";
    private static final String RELEASE = "select pg_advisory_unlock(740004)";
    /** Of cities that keep less; each with the platform's days, and the time of now without the margin. */
    private static final List<String> DELETE_SHORT_LIVED = List.of(
            """
            delete from event e using asset a join city c on c.city_id = a.city_id
            where e.asset_id = a.asset_id and c.raw_retention_days < ?
                and e.observed_at < ?::timestamptz - c.raw_retention_days * interval '1 day'
            """,
            """
            delete from position_fix p using asset a join city c on c.city_id = a.city_id
            where p.asset_id = a.asset_id and c.raw_retention_days < ?
                and p.observed_at < ?::timestamptz - c.raw_retention_days * interval '1 day'
            """);

    private static final List<String> DELETE_OLD =
            List.of("delete from event where observed_at < ?", "delete from position_fix where observed_at < ?");
    private static final String DELETE_QUARANTINE = "delete from quarantine where last_received_at < ?";

    private final SchemaGate gate;
    private final DataSource database;
    private final Partitions partitions;
    private final PlatformClock clock;
    private final Retention retention;
    private final Repeating thread;

    public Upkeep(
            SchemaGate gate, DataSource database, Partitions partitions, PlatformClock clock, Retention retention) {
        this.gate = gate;
        this.database = database;
        this.partitions = partitions;
        this.clock = clock;
        this.retention = retention;
        this.thread = new Repeating("upkeep", gate, RETRY, this::attempt);
    }

    /** Before anything else starts, which might delete or refuse by a wrong setting. */
    void check(@Observes @Priority(1) StartupEvent event) {
        RetentionCheck.check(retention);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    private Duration attempt() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            unhurriedRound(connection, gate.await());
        }
        return Repeating.pauseOf(clock, BETWEEN_ROUNDS);
    }

    /** Compressing a week, or deleting what a city keeps no longer, takes more time than the pool gives a socket. */
    private void unhurriedRound(Connection connection, Engine engine) throws SQLException {
        int usualLimit = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
        try {
            round(connection, engine, clock.instant());
        } finally {
            connection.setNetworkTimeout(Runnable::run, usualLimit);
        }
    }

    private void round(Connection connection, Engine engine, Instant now) throws SQLException {
        partitions.ensure(now.minus(Duration.ofDays(7)), now.plus(Duration.ofDays(14)));
        if (!isTrue(connection, CLAIM)) {
            return;
        }
        try {
            keepHouse(connection, engine, now);
        } finally {
            isTrue(connection, RELEASE);
        }
    }

    /** Drops, deletes and compresses what is due at an instant. */
    void keepHouse(Connection connection, Engine engine, Instant now) throws SQLException {
        List<String> dropped =
                OldChunks.drop(connection, engine, now.minus(retention.raw()).minus(MARGIN));
        ShorterRetention.apply(connection, (int) retention.raw().toDays(), now.minus(MARGIN));
        List<String> compressed = OldChunks.compress(connection, engine, now.minus(retention.compressAfter()));
        if (!dropped.isEmpty() || !compressed.isEmpty()) {
            partitions.forget();
            LOG.infof("upkeep: dropped %s, compressed %s", dropped, compressed);
        }
        for (String sql : DELETE_SHORT_LIVED) {
            deleteShortLived(connection, sql, now.minus(MARGIN));
        }
        for (String sql : DELETE_OLD) {
            delete(connection, sql, now.minus(retention.raw()).minus(MARGIN));
        }
        delete(connection, DELETE_QUARANTINE, now.minus(retention.quarantine()));
        OldNotices.delete(connection, now.minus(retention.notices()));
        OldAlerts.delete(connection, now.minus(retention.alerts()));
        OldAlerts.deleteUnheard(connection, now.minus(LONGEST_UNHEARD));
        Forgotten.apply(connection, now.minus(retention.names()), now);
    }

    private void deleteShortLived(Connection connection, String sql, Instant nowWithoutMargin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, (int) retention.raw().toDays());
            statement.setObject(2, nowWithoutMargin.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void delete(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
