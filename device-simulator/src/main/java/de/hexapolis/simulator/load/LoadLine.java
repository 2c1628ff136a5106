package de.hexapolis.simulator.load;

import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.simulator.publish.Outbox;
import de.hexapolis.simulator.publish.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection's share of a load: sends each message when it is due, notes it in the ledger before, and its
 * acknowledgement after. What is late is sent as fast as the window admits. One thread runs it.
 *
 * <p>A ticket is the message's number doubled, plus 1 for its second copy; nothing else needs to be kept.
 */
final class LoadLine {
    private static final long MICROS = 1_000_000;
    /** The first seconds say more about the start of this program than about the broker. */
    private static final long WARM_UP_MICROS = 5 * MICROS;

    /** Sleeping longer between bursts costs less than waking for each message. */
    private static final long NAP_NANOS = 4_000_000;

    private final LoadPlan plan;
    private final Ledger ledger;
    private final LoadMessages messages;
    private final int connection;
    private final Courier courier;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Latencies latencies = new Latencies();

    LoadLine(Ledger ledger, LoadMessages messages, int connection, Courier.Route route) {
        this.plan = ledger.plan();
        this.ledger = ledger;
        this.messages = messages;
        this.connection = connection;
        this.courier = new Courier(route, new LedgerOutbox());
    }

    /** True if every message was answered. */
    boolean run(Duration drain) throws InterruptedException {
        try (courier) {
            courier.tend();
            long count = plan.messagesOf(connection);
            for (long number = 0; number < count; number++) {
                send(plan.message(connection, number));
            }
            return courier.drain(drain);
        }
    }

    long sent() {
        return sent.get();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long refused() {
        return refused.get();
    }

    Latencies latencies() {
        return latencies;
    }

    Courier courier() {
        return courier;
    }

    private void send(long message) throws InterruptedException {
        awaitDue(plan.observedAtMicros(message));
        ledger.attempting(message);
        courier.send(message * 2);
        sent.incrementAndGet();
        if (plan.isSentTwice(message)) {
            courier.send(message * 2 + 1);
            sent.incrementAndGet();
        }
    }

    private static void awaitDue(long micros) throws InterruptedException {
        while (micros > nowMicros()) {
            LockSupport.parkNanos(NAP_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static long nowMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MICROS + now.getNano() / 1_000;
    }

    private final class LedgerOutbox implements Outbox {
        @Override
        public Outgoing message(long ticket) {
            return messages.message(ticket / 2);
        }

        @Override
        public void acknowledged(long ticket) {
            ledger.acknowledged(ticket / 2);
            acknowledged.incrementAndGet();
            long due = plan.observedAtMicros(ticket / 2);
            if (due > plan.startMicros() + WARM_UP_MICROS) {
                latencies.add(nowMicros() - due);
            }
        }

        @Override
        public void refused(long ticket, int reasonCode) {
            refused.incrementAndGet();
        }
    }
}
