package de.hexapolis.judge;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.store.StoreUnavailable;
import de.hexapolis.threads.DatabaseTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** Likewise a deadlock and a failed serialisation. */
    private static final Set<String> RACES = Set.of(TAKEN, "40P01", "40001");

    /** Somebody holds a lock for long. */
    private static final String HELD = "55P03";

    /** Whoever meets so many locks in a row that are held for long leaves the rest for another round. */
    private static final int MOST_HELD = 4;

    /** Shorter than the database waits before it looks for a deadlock: so the judge gives way, never an ingest batch. */
    private static final String YIELD = "set local lock_timeout = '400ms'";

    private final DataSource database;
    private final StoredRules rules;
    private final Clock clock;
    private final JudgeMeters meters;
    private final QueueHead head = new QueueHead();

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
     * Judges the oldest that are due. Nothing is judged by a program that is too old for the rules.
     *
     * @return how many; 0 as well where some are held by others for long: then a pause does good
     * @throws SQLException if the database is away, or refuses what comes before the first claim
     */
    int oldest() throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try {
            int judged = meters.timed(
                    () -> untilNoRace((connection, now) -> ClaimAssets.oldest(connection, head.from(), now), claims));
            head.found(claims);
            return judged;
        } catch (SQLException | RuntimeException failure) {
            if (claims.isEmpty() || DatabaseTrouble.isAway(failure)) {
                throw failure;
            }
            return eachOf(claims);
        }
    }

    private int eachOf(List<Claim> claims) throws SQLException {
        int judged = 0;
        int held = 0;
        for (Claim claim : List.copyOf(claims)) {
            if (held < MOST_HELD) {
                OptionalInt of = oneOf(claim.assetId());
                judged += of.orElse(0);
                held += of.isPresent() ? 0 : 1;
            }
        }
        return held > 0 ? 0 : judged;
    }

    /** Empty: somebody holds what is needed, and it stays due. */
    private OptionalInt oneOf(long asset) throws SQLException {
        try {
            return OptionalInt.of(
                    untilNoRace((connection, now) -> ClaimAssets.one(connection, asset, now), new ArrayList<>()));
        } catch (SQLException failure) {
            if (DatabaseTrouble.isAway(failure)) {
                throw failure;
            }
            if (isHeld(failure)) {
                LOG.debugf("asset %d stays due: %s", asset, failure.getMessage());
                return OptionalInt.empty();
            }
            park(asset, failure);
        } catch (RuntimeException defect) {
            park(asset, defect);
        }
        return OptionalInt.of(0);
    }

    private void park(long asset, Exception fault) throws SQLException {
        Optional<Instant> again = inTransaction((connection, now) -> ParkFaulty.on(connection, asset, now));
        if (again.isPresent()) {
            meters.faults.increment();
            LOG.errorf(fault, "asset %d cannot be judged; next attempt at %s", asset, again.get());
        }
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
        Optional<RuleBook> book = rules.on(connection);
        if (book.isPresent()) {
            claimed.addAll(claiming.on(connection, now));
        }
        if (!claimed.isEmpty()) {
            new Handful(connection, book.orElseThrow(), claimed, now).judge();
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
            } catch (StoreUnavailable failure) {
                rollBack(connection, failure);
                throw failure.sql();
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                restore(connection);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
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
        return state.equals(HELD) || (RACES.contains(state) && !state.equals(TAKEN));
    }
}
