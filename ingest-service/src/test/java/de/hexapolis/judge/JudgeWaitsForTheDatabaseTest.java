package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.schema.OpenGate;
import de.hexapolis.store.DueBell;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The judges' threads while the database cuts their connections in the middle of a transaction and takes no new ones. */
class JudgeWaitsForTheDatabaseTest {
    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");
    private static final int BINS = 70;
    private static final int CUTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JudgedBins bins = new JudgedBins(BINS, EIGHT).withRule("bin-full", JudgedBins.FULL);
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void losesNoReadingAndJudgesNoneTwice() throws Exception {
        for (int bin = 1; bin <= BINS; bin++) {
            bins.write(reading(bin, EIGHT, 80), reading(bin, EIGHT.plusSeconds(60), 80));
        }
        JudgeWorker worker = worker(Meddling.with(unreliable(), this::cutBeforeTheCommit));
        worker.start(new StartupEvent());

        for (int cut = 1; cut <= CUTS; cut++) {
            int times = cut;
            int before = refused.get();
            await().atMost(PATIENCE).until(() -> cuts.get() >= times && refused.get() > before);
            away.set(false);
        }
        await().atMost(PATIENCE)
                .until(() -> bins.fixture().column("select count(*) from due").contains("0"));
        worker.stop(new ShutdownEvent());

        assertThat(bins.alerts()).hasSize(BINS).allMatch(alert -> alert.endsWith(" bin-full 01.08:00:00 0 open"));
        assertThat(bins.fixture().column("select asset_id from asset_watch where faults > 0"))
                .isEmpty();
        assertThat(bins.fixture().column("select count(*) from history")).containsExactly("70");
        assertThat(bins.fixture().column("select count(*) from notice where kind = 'alert.opened'"))
                .containsExactly("70");
    }

    private JudgeWorker worker(DataSource database) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        PlatformClock clock = PlatformClock.of(Instant.now(), EIGHT.plusSeconds(7200), 1);
        return new JudgeWorker(new OpenGate(), database, new StoredRules(meters), clock, new DueBell(), meters, 2);
    }

    /** Where alerts have been written that nobody else can see yet. */
    private void cutBeforeTheCommit(int number, String sql, Connection connection) throws SQLException {
        boolean isWritten = sql.equals("commit") && hasWritten(connection);
        if (isWritten && cuts.get() < CUTS && away.compareAndSet(false, true)) {
            cuts.incrementAndGet();
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            bins.fixture().column("select pg_terminate_backend(%d)".formatted(pid));
        }
    }

    private static boolean hasWritten(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select exists (select from alert where xmin = pg_current_xact_id()::xid)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private DataSource unreliable() {
        DataSource real = bins.fixture().database();
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        refused.incrementAndGet();
                        throw new SQLException("the database system is starting up", "57P03");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
