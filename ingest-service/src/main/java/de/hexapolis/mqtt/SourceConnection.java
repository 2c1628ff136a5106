package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import de.hexapolis.telemetry.RawMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps one source connected: one client object per connection, a new one after each loss, with backoff. What arrives
 * goes into the window. Thread-safe; owns one thread.
 *
 * <p>A QoS 1 message that finds the window full is not taken, and neither is any after it; the connection stays up and
 * acknowledges what was taken before, and when all of that is settled it ends, whatever still comes with QoS 0. The
 * broker then sends the rest again, in order. To drop the connection at once instead would make every acknowledgement
 * under way stale, and with a backlog that never fits it would do so for ever; to hold up the client library's thread
 * would hold up its keep-alive. The next connection receives {@linkplain Source#sparing sparingly} for a while.
 */
final class SourceConnection implements MqttSession.Listener {
    private static final Logger LOG = Logger.getLogger(SourceConnection.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SPARING_FOR = Duration.ofMinutes(10);

    /** After shorter ones the waits grow: another client with the same id takes each over, and we take it back. */
    private static final Duration LASTING = Duration.ofSeconds(30);

    private final Source source;
    private final SessionFactory sessions;
    private final Window window;
    private final DoorMeters meters;
    private final Clock clock;
    private final Semaphore lost = new Semaphore(0);
    private final Duration sparingFor;
    private final Thread keeper;

    private volatile Optional<MqttSession> current = Optional.empty();
    private volatile String trouble = "not yet connected";
    private volatile boolean subscribed;
    private volatile boolean stopping;
    /** The current connection takes no more QoS 1 and ends when all that it is to acknowledge is settled. */
    private volatile boolean ending;
    /** It does so because the window was full. */
    private volatile boolean overflowed;

    SourceConnection(Source source, SessionFactory sessions, Window window, DoorMeters meters, Clock clock) {
        this(source, sessions, window, meters, clock, SPARING_FOR);
    }

    /** @param sparingFor how long a connection lasts that receives sparingly */
    SourceConnection(
            Source source,
            SessionFactory sessions,
            Window window,
            DoorMeters meters,
            Clock clock,
            Duration sparingFor) {
        this.sparingFor = sparingFor;
        this.source = source;
        this.sessions = sessions;
        this.window = window;
        this.meters = meters;
        this.clock = clock;
        this.keeper = new Thread(this::keepConnected, "mqtt-" + source.name());
    }

    void start() {
        keeper.start();
    }

    Source source() {
        return source;
    }

    /** Why the source is not connected and subscribed; empty when it is. */
    Optional<String> trouble() {
        return subscribed ? Optional.empty() : Optional.of(trouble);
    }

    /** Drops the connection: whatever is not acknowledged comes again on the next one. */
    void reconnect(String reason) {
        current.ifPresent(session -> down(session, reason));
    }

    /** Stops taking messages and says goodbye. */
    void stop() {
        stopping = true;
        lost.release();
        try {
            keeper.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void arrived(MqttSession session, int packetId, String topic, byte[] payload) {
        boolean comesAgain = packetId != 0 && current.filter(session::equals).isEmpty();
        if (stopping || comesAgain) {
            return;
        }
        RawMessage message = new RawMessage(source.name(), topic, payload, clock.instant());
        boolean refused = ending && packetId != 0;
        if (!refused && window.offer(new Delivery(session, packetId, message))) {
            meters.arrived.increment();
            return;
        }
        meters.overflowed.increment();
        if (packetId != 0 && !ending) {
            overflowed = true;
            ending = true;
            LOG.warnf(
                    "source %s: the window is full (%d bytes in flight); the connection takes no more and ends when"
                            + " they are stored",
                    source.name(), window.bytesInFlight());
        }
    }

    @Override
    public void down(MqttSession session, String reason) {
        if (current.filter(session::equals).isPresent()) {
            trouble = reason;
            subscribed = false;
            current = Optional.empty();
            lost.release();
        }
    }

    private void keepConnected() {
        Backoff afterRefusals = new Backoff(new SplittableRandom());
        Backoff afterLosses = new Backoff(new SplittableRandom());
        while (!stopping) {
            boolean sparing = overflowed;
            overflowed = false;
            try {
                if (holdOpen(sessions.create(sparing ? source.sparing() : source), sparing)) {
                    afterLosses.reset();
                }
                afterRefusals.reset();
                pause(afterLosses.next());
            } catch (SessionRefused refused) {
                refused(String.valueOf(refused.getMessage()), Optional.empty());
                overflowed = sparing;
                pause(afterRefusals.next());
            } catch (RuntimeException defect) {
                // of the client library's or our own: it must not end the source, and the next attempt may succeed
                refused(defect.toString(), Optional.of(defect));
                overflowed = sparing;
                pause(afterRefusals.next());
            }
        }
    }

    /**
     * Returns when the connection is lost or the source stops: whether it lasted, or had taken all that fitted.
     *
     * @throws SessionRefused if it was not established
     */
    private boolean holdOpen(MqttSession session, boolean sparing) throws SessionRefused {
        boolean lasted;
        try {
            lost.drainPermits();
            ending = false;
            current = Optional.of(session);
            session.open(this);
            subscribed = current.isPresent();
            meters.connections.increment();
            LOG.infof("source %s: connected to %s, subscribed to %s", source.name(), source.broker(), source.filter());
            lasted = awaitEnd(session, sparing);
        } finally {
            subscribed = false;
            current = Optional.empty();
            session.close(stopping || ending);
            meters.stale.increment(window.forget(session));
        }
        if (!stopping) {
            LOG.warnf("source %s: connection to %s lost: %s", source.name(), source.broker(), trouble);
        }
        return lasted;
    }

    private boolean awaitEnd(MqttSession session, boolean sparing) {
        long openedNanos = System.nanoTime();
        boolean asWanted = false;
        try {
            while (!stopping && !lost.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (sparing && isPast(sparingFor, openedNanos)) {
                    ending = true;
                }
                if (!session.isConnected()) {
                    down(session, "the client is no longer connected");
                } else if (ending && window.isClearOf(session)) {
                    down(
                            session,
                            "all that it is to acknowledge is stored; the next connection takes what had no room");
                    asWanted = true;
                }
            }
        } catch (InterruptedException stop) {
            stopping = true;
        }
        return asWanted || isPast(LASTING, openedNanos);
    }

    private static boolean isPast(Duration span, long sinceNanos) {
        return System.nanoTime() - sinceNanos > span.toNanos();
    }

    private void refused(String reason, Optional<RuntimeException> defect) {
        meters.refusals.increment();
        if (!reason.equals(trouble)) {
            String text = "source %s: cannot connect to %s: %s; will keep trying"
                    .formatted(source.name(), source.broker(), reason);
            defect.ifPresentOrElse(thrown -> LOG.warn(text, thrown), () -> LOG.warn(text));
        }
        trouble = reason;
    }

    private void pause(Duration wait) {
        try {
            if (!stopping) {
                lost.drainPermits();
                lost.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    /** Makes the client object of one connection. */
    @FunctionalInterface
    interface SessionFactory {
        MqttSession create(Source source) throws SessionRefused;
    }
}
