package de.hexapolis.delivery;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.DatabaseNotices;
import de.hexapolis.threads.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Runs the threads of delivery: one that spreads, some for each kind of channel. All look for work when a bell rings and
 * each quarter of a second, for other replicas leave work, too.
 */
@ApplicationScoped
public class Delivery {
    private static final int LOOK_EACH_MS = 250;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration COUNT_EACH = Duration.ofSeconds(10);

    /** In real time. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** What is on its way when the service stops has so long to arrive and to be marked. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final SchemaGate gate;
    private final DataSource database;
    private final PlatformClock clock;
    private final Ways ways;
    private final DeliveryMeters meters;
    private final Bell bell = new Bell();
    private final DatabaseNotices notices;
    private final Spread spread;
    private final String replica = UUID.randomUUID().toString();
    private final List<Repeating> threads = new ArrayList<>();
    private final List<Deliverer> deliverers = new ArrayList<>();
    private long counted = System.nanoTime() - COUNT_EACH.toNanos();

    public Delivery(SchemaGate gate, DataSource database, PlatformClock clock, Ways ways, MeterRegistry registry) {
        this.gate = gate;
        this.database = database;
        this.clock = clock;
        this.ways = ways;
        this.meters = new DeliveryMeters(registry);
        this.notices = new DatabaseNotices(database, "notice");
        this.spread = new Spread(database, clock, meters);
    }

    void start(@Observes StartupEvent event) {
        threads.add(new Repeating("spread", gate, AFTER_FAILURE, this::spread));
        for (Way way : ways.all()) {
            for (int number = 0; number < way.kind().threads(); number++) {
                threads.add(deliverer(way, number));
            }
        }
        threads.forEach(Repeating::start);
    }

    /** What is being sent may still be marked; what is not is sent again by another replica, or after the start. */
    void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        deliverers.forEach(Deliverer::stop);
        threads.forEach(Repeating::finish);
        bell.ring();
        awaitEnd(System.nanoTime() + FAREWELL.toNanos());
        threads.forEach(Repeating::stop);
        awaitEnd(System.nanoTime() + 2_000_000_000L);
        notices.close();
    }

    private void awaitEnd(long nanoTime) throws InterruptedException {
        for (Repeating thread : threads) {
            thread.awaitEnd(Math.max(1, (nanoTime - System.nanoTime()) / 1_000_000));
        }
    }

    private Duration spread() throws SQLException {
        int found = spread.round();
        if (found > 0) {
            bell.ring();
        }
        if (System.nanoTime() - counted > COUNT_EACH.toNanos()) {
            counted = System.nanoTime();
            meters.givenUp(Transactions.in(database, CloseDisabled::on));
            int givenUp = Transactions.in(database, connection -> {
                int ended = EndOldSubscriptions.on(connection, clock.instant());
                CountDeliveries.on(connection, meters);
                return ended;
            });
            meters.marked(ChannelKind.PUSH, new MarkRound.Marked(0, givenUp), 0);
        }
        if (!spread.isFull(found)) {
            notices.await(LOOK_EACH_MS);
        }
        return Duration.ZERO;
    }

    private Repeating deliverer(Way way, int number) {
        String name = "deliver-%s-%d".formatted(way.kind().wireName(), number);
        Deliverer deliverer = new Deliverer(
                database,
                way,
                clock,
                clock.platformDuration(LEASE),
                replica + "/" + name,
                meters,
                new SplittableRandom());
        deliverers.add(deliverer);
        return new Repeating(name, gate, AFTER_FAILURE, () -> {
            long heard = bell.heard();
            if (!deliverer.round()) {
                bell.awaitAfter(heard, LOOK_EACH_MS);
            }
            return Duration.ZERO;
        });
    }
}
