package de.hexapolis.simulator.publish;

import de.hexapolis.simulator.console.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Delivers tickets to the broker at least once: over as many connections as it takes, never more in flight than the
 * window. What a lost connection left unanswered is sent again on the next, before anything new.
 *
 * <p>One thread sends, tends and drains; the connection's thread hears the answers. "No matching subscribers" (0x10)
 * means that nobody stored it: such a ticket is sent again a second later, and so is one over quota (0x97).
 */
public final class Courier implements AutoCloseable {
    private static final int STORED = 0x00;
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;
    private static final int QUOTA_EXCEEDED = 0x97;
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Route route;
    private final Outbox outbox;
    private final Backoff backoff = new Backoff();
    private final Queue<Long> again = new ArrayDeque<>();
    private final Bell bell = new Bell();
    private final AtomicLong outstanding = new AtomicLong();
    private final AtomicLong unstoredAnswers = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private @Nullable PahoSession session;

    /** Guarded by itself. */
    private final Queue<Unstored> unstored = new ArrayDeque<>();

    private record Unstored(long ticket, long dueNanos) {}

    /**
     * Where to, as whom, how much at once, and how long to try for a connection before giving up.
     *
     * @param window messages in flight at most; the broker's receive maximum may be less
     */
    public record Route(BrokerAddress broker, String clientId, int window, Duration patience) {
        /** The same as a client of its own. */
        public Route as(String suffix) {
            return new Route(broker, clientId + suffix, window, patience);
        }
    }

    public Courier(Route route, Outbox outbox) {
        this.route = route;
        this.outbox = outbox;
    }

    /**
     * Hands over a ticket; waits while the window is full or the broker is away.
     *
     * @throws Unavailable if there was no connection for as long as the route's patience
     */
    public void send(long ticket) throws InterruptedException {
        tend();
        outstanding.incrementAndGet();
        deliver(ticket);
    }

    /** Connects if need be and sends again what has to be; to be called now and then when there is nothing to send. */
    public void tend() throws InterruptedException {
        connected();
        for (Long ticket = nextAgain(); ticket != null; ticket = nextAgain()) {
            deliver(ticket);
        }
    }

    /** Waits until everything is answered; false if the time was up before. */
    public boolean drain(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (outstanding.get() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            long heard = bell.rings();
            tend();
            bell.await(heard, 50);
        }
        return true;
    }

    /** How often a broker answered that nobody stored a message, so that it was sent again. */
    public long unstoredAnswers() {
        return unstoredAnswers.get();
    }

    /** Connections made so far; one if all went well. */
    public long connections() {
        return connections.get();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void deliver(long ticket) throws InterruptedException {
        Outgoing message = outbox.message(ticket);
        while (true) {
            long heard = bell.rings();
            if (connected().offer(ticket, message)) {
                return;
            }
            bell.await(heard, 100);
        }
    }

    private @Nullable Long nextAgain() {
        synchronized (unstored) {
            Unstored oldest = unstored.peek();
            if (oldest != null && oldest.dueNanos - System.nanoTime() <= 0) {
                unstored.remove();
                return oldest.ticket;
            }
        }
        return again.poll();
    }

    private PahoSession connected() throws InterruptedException {
        PahoSession current = session;
        if (current != null && current.isUp()) {
            return current;
        }
        if (current != null) {
            again.addAll(current.abandonUnanswered());
            session = null;
        }
        PahoSession next = connect();
        session = next;
        return next;
    }

    private PahoSession connect() throws InterruptedException {
        long deadline = System.nanoTime() + route.patience.toNanos();
        while (true) {
            try {
                PahoSession open = PahoSession.open(route.broker, route.clientId, route.window, new Answering());
                connections.incrementAndGet();
                backoff.reset();
                return open;
            } catch (MqttException refused) {
                if (System.nanoTime() > deadline) {
                    throw new Unavailable("broker %s: %s".formatted(route.broker.uri(), refused.getMessage()), refused);
                }
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }

    /** Called by the connection's thread. */
    private final class Answering implements PahoSession.Answers {
        @Override
        public void answered(long ticket, int reasonCode) {
            if (reasonCode == NO_MATCHING_SUBSCRIBERS || reasonCode == QUOTA_EXCEEDED) {
                unstoredAnswers.incrementAndGet();
                synchronized (unstored) {
                    unstored.add(new Unstored(ticket, System.nanoTime() + RETRY_NANOS));
                }
                return;
            }
            if (reasonCode == STORED) {
                outbox.acknowledged(ticket);
            } else {
                outbox.refused(ticket, reasonCode);
            }
            outstanding.decrementAndGet();
            bell.ring();
        }

        @Override
        public void down() {
            bell.ring();
        }
    }
}
