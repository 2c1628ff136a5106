package de.hexapolis.simulator.publish;

import de.hexapolis.simulator.console.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Long> again = new ArrayDeque<>();
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
        deliver(ticket, Deadline.never());
    }

    /**
     * Connects if need be and sends again what has to be; to be called now and then when there is nothing to send.
     *
     * @throws Unavailable if there was no connection for as long as the route's patience
     */
    public void tend() throws InterruptedException {
        tend(Deadline.never());
    }

    /**
     * Waits until everything is answered; false if the time was up before, be the broker there or not.
     *
     * @throws Unavailable if there was no connection for as long as the route's patience, and time was left
     */
    public boolean drain(Duration longest) throws InterruptedException {
        Deadline end = Deadline.in(longest);
        while (outstanding.get() > 0) {
            if (end.isPast()) {
                return false;
            }
            long heard = bell.rings();
            tend(end);
            bell.await(heard, end.millis(50));
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

    private void tend(Deadline end) throws InterruptedException {
        if (connected(end) == null) {
            return;
        }
        for (Long ticket = nextAgain(); ticket != null; ticket = nextAgain()) {
            if (!deliver(ticket, end)) {
                again.addFirst(ticket);
                return;
            }
        }
    }

    /** False if the time was up before the session took it. */
    private boolean deliver(long ticket, Deadline end) throws InterruptedException {
        Outgoing message = outbox.message(ticket);
        while (true) {
            long heard = bell.rings();
            PahoSession current = connected(end);
            if (current != null && current.offer(ticket, message)) {
                return true;
            }
            if (end.isPast()) {
                return false;
            }
            bell.await(heard, end.millis(100));
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

    /** Null if the time was up before there was a connection. */
    private @Nullable PahoSession connected(Deadline end) throws InterruptedException {
        PahoSession current = session;
        if (current != null && current.isUp()) {
            return current;
        }
        if (current != null) {
            again.addAll(current.abandonUnanswered());
            session = null;
        }
        PahoSession next = connect(end);
        session = next;
        return next;
    }

    private @Nullable PahoSession connect(Deadline end) throws InterruptedException {
        Deadline patience = Deadline.in(route.patience);
        while (true) {
            try {
                PahoSession open = PahoSession.open(route, end, new Answering());
                connections.incrementAndGet();
                backoff.reset();
                return open;
            } catch (MqttException refused) {
                if (end.isPast()) {
                    return null;
                }
                if (patience.isPast()) {
                    throw new Unavailable("broker %s: %s".formatted(route.broker.uri(), refused.getMessage()), refused);
                }
                Thread.sleep(end.millis(backoff.next().toMillis()));
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
