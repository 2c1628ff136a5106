package de.hexapolis.judge;

import de.hexapolis.registry.StoredRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Judges what is due, a handful of assets a transaction. Where one of them cannot be judged, each is judged by itself, and
 * the faulty one is put aside. Whatever ends a transaction loses nothing: what made the assets due is there again.
 * Thread-safe.
 */
final class Judge {
    private static final Logger LOG = Logger.getLogger(Judge.class);
    private static final int ATTEMPTS = 3;

    /** Unique violation: somebody else was quicker, unless it comes again and again. */
    private static final String TAKEN = "23505";

    /** Likewise a deadlock, a failed serialisation, and a lock that is held for long. */
    private static final Set<String> RACES = Set.of(TAKEN, "40P01", "40001", "55P03");

    /** Shorter than the database waits before it looks for a deadlock: so the judge gives way, never an ingest batch. */
    private static final String YIELD = "set local lock_timeout = '400ms'";

    private final DataSource database;
    private final StoredRules rules;
    private final Clock clock;
    private final JudgeMeters meters;

    Judge(DataSource database, StoredRules rules, Clock clock, JudgeMeters meters) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.meters = meters;
    }

    /** Which assets to claim. */
    @FunctionalInterface
    private interface Claiming {
        List<Claim> on(Connection connection, Instant now) throws SQLException;
    }

    /**
     * Judges the oldest that are due.
     *
     * @return how many
     * @throws SQLException if the database is away
     */
    int oldest() throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try {
            return meters.timed(() -> untilNoRace(ClaimAssets::oldest, claims));
        } catch (SQLException failure) {
            if (isAway(failure)) {
                throw failure;
            }
            return eachOf(claims, failure);
        } catch (RuntimeException defect) {
            return eachOf(claims, defect);
        }
    }

    private int eachOf(List<Claim> claims, Exception failure) throws SQLException {
        if (claims.isEmpty()) {
            throw failure instanceof SQLException ofDatabase ? ofDatabase : new SQLException(failure);
        }
        int judged = 0;
        for (Claim claim : List.copyOf(claims)) {
            judged += oneOf(claim.assetId());
        }
        return judged;
    }

    private int oneOf(long asset) throws SQLException {
        try {
            return untilNoRace((connection, now) -> ClaimAssets.one(connection, asset, now), new ArrayList<>());
        } catch (SQLException failure) {
            if (isAway(failure)) {
                throw failure;
            }
            if (isHeld(failure)) {
                LOG.debugf("asset %d stays due: %s", asset, failure.getMessage());
                return 0;
            }
            park(asset, failure);
        } catch (RuntimeException defect) {
            park(asset, defect);
        }
        return 0;
    }

    private void park(long asset, Exception fault) throws SQLException {
        Instant again = inTransaction((connection, now) -> ParkFaulty.on(connection, asset, now));
        meters.faults.increment();
        LOG.errorf(fault, "asset %d cannot be judged; next attempt at %s", asset, again);
    }

    private int untilNoRace(Claiming claiming, List<Claim> claimed) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction((connection, now) -> judge(connection, claiming, claimed, now));
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !RACES.contains(String.valueOf(failure.getSQLState()))) {
                    throw failure;
                }
            }
        }
    }

    private int judge(Connection connection, Claiming claiming, List<Claim> claimed, Instant now) throws SQLException {
        claimed.clear();
        claimed.addAll(claiming.on(connection, now));
        if (!claimed.isEmpty()) {
            new Handful(connection, rules.on(connection), claimed, now).judge();
        }
        return claimed.size();
    }

    /** Work of one transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection, Instant now) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(YIELD);
                T result = work.on(connection, now);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                restore(connection);
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException connectionLost) {
            LOG.debug("the connection is lost", connectionLost);
        }
    }

    /** Somebody else holds what is needed, for long: it is tried again in the next round. */
    private static boolean isHeld(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return RACES.contains(state) && !state.equals(TAKEN);
    }

    /** No connection, server stopping or out of resources. */
    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("null") || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
