package de.hexapolis.outlook;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.DatabaseTrouble;
import de.hexapolis.threads.Repeating;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks each minute of platform time what is to be forecast, one replica at a time. What it makes in a transaction is
 * bounded, so that the lock and the readings' snapshot are short. Where nothing can be made of one asset because something
 * fails, each of its portion is worked on by itself, and the faulty one holds nobody up. Owns one thread.
 */
@ApplicationScoped
public class OutlookWorker {
    private static final Logger LOG = Logger.getLogger(OutlookWorker.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);
    private static final String LOCK = "select pg_try_advisory_xact_lock(740005)";

    private final DataSource database;
    private final PlatformClock clock;
    private final StoredRules rules;
    private final Neglected binsToFit = new Neglected(ReadAssets.BINS_TO_FIT);
    private final Neglected binsToForecast = new Neglected(ReadAssets.BINS_TO_FORECAST);
    private final Neglected treesToForecast = new Neglected(ReadAssets.TREES_TO_FORECAST);
    private final Neglected treesToCarry = new Neglected(ReadAssets.TREES_TO_CARRY);
    private final Counter full;
    private final Counter dry;
    private final Counter carried;
    private final Counter faults;
    private final Repeating thread;

    public OutlookWorker(
            SchemaGate gate, DataSource database, PlatformClock clock, StoredRules rules, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.full = made(registry, "full");
        this.dry = made(registry, "dry");
        this.carried = made(registry, "carried");
        this.faults = Counter.builder("hexapolis.forecasts.faults")
                .description("Assets of which nothing could be made because something failed")
                .register(registry);
        this.thread = new Repeating("outlook", gate, Repeating.pauseOf(clock, BETWEEN_ROUNDS), this::attempt);
    }

    private static Counter made(MeterRegistry registry, String kind) {
        return Counter.builder("hexapolis.forecasts.made")
                .description("Forecasts that were made: of full bins, of dry trees, carried to trees without a probe")
                .tag("kind", kind)
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    /** While there is more to do, the machine is left to others for half of the time. */
    private Duration attempt() throws SQLException {
        long started = System.nanoTime();
        return round() ? Duration.ofNanos(System.nanoTime() - started) : Repeating.pauseOf(clock, BETWEEN_ROUNDS);
    }

    /** True if there is more to do at once. */
    boolean round() throws SQLException {
        Done fitted = make(binsToFit, FitBins::run);
        if (!binsToFit.hasMore()) {
            fitGroups();
        }
        Done bins = make(binsToForecast, ForecastBins::run);
        full.increment(bins.made);
        Done trees = make(treesToForecast, ForecastTrees::run);
        dry.increment(trees.made);
        Done others = make(treesToCarry, CarryOver::run);
        carried.increment(others.made);
        return Stream.of(fitted, bins, trees, others).anyMatch(Done::goesOn);
    }

    /** Where it fails, forecasts go by what was usual before. */
    private void fitGroups() throws SQLException {
        try {
            transaction((connection, book, now) -> FitGroups.run(connection, now));
        } catch (SQLException | RuntimeException failure) {
            if (DatabaseTrouble.isAway(failure)) {
                throw failure;
            }
            LOG.error("what is usual among bins cannot be learned", failure);
        }
    }

    /** It goes on where this replica had a portion, whatever came of it, and there is another. */
    private Done make(Neglected due, Making making) throws SQLException {
        List<AssetFacts> portion = new ArrayList<>();
        int made = portionOf(due, making, portion);
        return new Done(made, !portion.isEmpty() && due.hasMore());
    }

    /** @param portion gets what is worked on */
    private int portionOf(Neglected due, Making making, List<AssetFacts> portion) throws SQLException {
        try {
            return transaction((connection, book, now) -> {
                portion.addAll(due.portion(connection, now));
                int made = making.of(connection, book, now, portion);
                due.worked(connection, now, portion);
                return made;
            });
        } catch (SQLException | RuntimeException failure) {
            if (portion.isEmpty() || DatabaseTrouble.isAway(failure)) {
                throw failure;
            }
            return eachOf(due, making, portion);
        }
    }

    private int eachOf(Neglected due, Making making, List<AssetFacts> portion) throws SQLException {
        List<AssetFacts> tried = new ArrayList<>();
        Map<Long, Exception> faulty = new LinkedHashMap<>();
        int made = 0;
        for (AssetFacts asset : portion) {
            try {
                made += transaction((connection, book, now) -> {
                    tried.add(asset);
                    return making.of(connection, book, now, List.of(asset));
                });
            } catch (SQLException | RuntimeException failure) {
                if (DatabaseTrouble.isAway(failure)) {
                    throw failure;
                }
                faulty.put(asset.id(), failure);
            }
        }
        tell(faulty);
        transaction((connection, book, now) -> {
            due.worked(connection, now, tried);
            return 0;
        });
        return made;
    }

    /** In one line, because all may fail for the same reason. */
    private void tell(Map<Long, Exception> faulty) {
        faulty.values().stream().findFirst().ifPresent(why -> {
            faults.increment(faulty.size());
            LOG.errorf(
                    why,
                    "nothing can be made of assets %s, of the first for this reason; next attempt in an hour",
                    faulty.keySet());
        });
    }

    /** Returns how many were made; 0 where another replica is at it. */
    private int transaction(Part part) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int made = isMine(connection) ? run(part, connection) : 0;
                connection.commit();
                return made;
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Nothing while this program cannot read the rules. */
    private int run(Part part, Connection connection) throws SQLException {
        Optional<RuleBook> book = rules.on(connection);
        return book.isPresent() ? part.run(connection, book.get(), clock.instant()) : 0;
    }

    private static boolean isMine(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    @FunctionalInterface
    private interface Part {
        int run(Connection connection, RuleBook book, Instant now) throws SQLException;
    }

    /** @param goesOn whether there is more to do at once */
    private record Done(int made, boolean goesOn) {}

    /** Returns how many it made. */
    @FunctionalInterface
    private interface Making {
        int of(Connection connection, RuleBook book, Instant now, List<AssetFacts> due) throws SQLException;
    }
}
