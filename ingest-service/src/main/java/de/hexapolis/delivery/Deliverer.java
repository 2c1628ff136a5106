package de.hexapolis.delivery;

import de.hexapolis.delivery.Sent.Fate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Serves one channel after the other: takes it, sends what is due outside of any transaction, marks what became of it, and
 * gives it back. Who dies in between leaves the lease to end and what was not marked to be sent again. One thread.
 */
final class Deliverer {
    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    /** Then others have their turn. The lease is three times as long, so that one round more never outlasts it. */
    private static final Duration TURN = Duration.ofSeconds(20);

    /** What is left where nothing was to be sent waits behind another attempt, which is seconds away. */
    private static final Duration NOTHING_TO_SEND = Duration.ofSeconds(1);

    private final DataSource database;
    private final Way way;
    private final Clock clock;
    private final Duration lease;
    private final String sender;
    private final DeliveryMeters meters;
    private final RandomGenerator random;
    private volatile boolean stopping;

    /**
     * @param lease in time of the clock
     * @param sender another one for each thread of each replica
     */
    Deliverer(
            DataSource database,
            Way way,
            Clock clock,
            Duration lease,
            String sender,
            DeliveryMeters meters,
            RandomGenerator random) {
        this.database = database;
        this.way = way;
        this.clock = clock;
        this.lease = lease;
        this.sender = sender;
        this.meters = meters;
        this.random = random;
    }

    /** Lets what is being sent arrive and be marked, and begins nothing more. Any thread. */
    void stop() {
        stopping = true;
    }

    /**
     * Serves the channel that has been waiting longest.
     *
     * @return false if nothing is due
     * @throws SQLException if the database is away; the lease ends by itself then, and this sender may take it again
     * @throws InterruptedException after the channel was given back: what was not marked is sent again
     */
    boolean round() throws SQLException, InterruptedException {
        Instant now = now();
        Optional<Channel> leased = Transactions.in(
                database, connection -> LeaseChannel.on(connection, way.kind(), sender, now, now.plus(lease)));
        if (leased.isEmpty()) {
            return false;
        }
        try {
            release(leased.get(), serve(leased.get()));
            return true;
        } catch (InterruptedException stop) {
            release(leased.get(), now());
            throw stop;
        }
    }

    private void release(Channel channel, Instant from) throws SQLException {
        Transactions.in(database, connection -> {
            ReleaseChannel.on(connection, channel.id(), sender, from);
            return true;
        });
    }

    /** Until when the channel is left alone. */
    private Instant serve(Channel channel) throws SQLException, InterruptedException {
        long turnEnds = System.nanoTime() + TURN.toNanos();
        boolean hasSent = false;
        while (!stopping && System.nanoTime() < turnEnds && now().isBefore(channel.leasedUntil())) {
            List<Parcel> parcels = due(channel);
            if (parcels.isEmpty()) {
                return hasSent ? now() : now().plus(NOTHING_TO_SEND);
            }
            hasSent = true;
            Round round = new Round(channel, parcels, send(channel, parcels));
            mark(round);
            if (round.first(Fate.GONE).isPresent()) {
                break;
            }
            if (round.wasInVain()) {
                return now().plus(Backoff.restOf(failing(channel), random));
            }
        }
        return now();
    }

    private Duration failing(Channel channel) {
        return channel.failingSince()
                .map(since -> Duration.between(since, now()))
                .filter(span -> !span.isNegative())
                .orElse(Duration.ZERO);
    }

    private List<Parcel> due(Channel channel) throws SQLException {
        Instant now = now();
        List<Parcel> due = new ArrayList<>();
        int superseded = Transactions.in(database, connection -> {
            int over = way.kind().isForPeople() ? SupersedeOver.on(connection, channel.id(), now) : 0;
            due.addAll(ReadParcels.on(connection, channel, now, way.atOnce()));
            return over;
        });
        meters.superseded(way.kind(), superseded);
        if (due.isEmpty()) {
            return due;
        }
        return way.kind() == ChannelKind.MAIL ? Together.ofOneInstant(due) : Together.oneOfEachSubject(due);
    }

    /** A defect of ours is a failed attempt, too: it must not end the thread, nor be tried without a pause. */
    private List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
        try {
            return way.send(channel, parcels);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "%s: %d notices could not be sent", channel, parcels.size());
            return Collections.nCopies(parcels.size(), Sent.tryAgain("a fault of the platform; it is logged"));
        }
    }

    private void mark(Round round) throws SQLException {
        Instant now = now();
        double share = random.nextDouble();
        MarkRound.Marked marked = Transactions.in(database, connection -> MarkRound.on(connection, round, now, share));
        meters.marked(way.kind(), marked, round.with(Fate.TRY_AGAIN).size());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
