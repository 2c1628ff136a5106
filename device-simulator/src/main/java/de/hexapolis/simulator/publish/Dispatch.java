package de.hexapolis.simulator.publish;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Messages that are kept here until the broker has them; bounded by the courier's window. One thread sends. */
public final class Dispatch implements AutoCloseable {
    private final ConcurrentMap<Long, Outgoing> waiting = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Courier courier;
    private long tickets;

    public Dispatch(Courier.Route route) {
        this.courier = new Courier(route, new Waiting());
    }

    public void send(Outgoing message) throws InterruptedException {
        long ticket = tickets++;
        waiting.put(ticket, message);
        courier.send(ticket);
    }

    public void tend() throws InterruptedException {
        courier.tend();
    }

    public boolean drain(Duration longest) throws InterruptedException {
        return courier.drain(longest);
    }

    /** How many the broker will not have. */
    public long refused() {
        return refused.get();
    }

    /** What became of the messages so far. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("sent", tickets);
        counts.put("acknowledged", acknowledged.get());
        counts.put("refused", refused.get());
        counts.put("waiting", (long) waiting.size());
        counts.put("unstored_answers", courier.unstoredAnswers());
        counts.put("connections", courier.connections());
        return counts;
    }

    @Override
    public void close() {
        courier.close();
    }

    private final class Waiting implements Outbox {
        @Override
        public Outgoing message(long ticket) {
            Outgoing message = waiting.get(ticket);
            if (message == null) {
                throw new IllegalStateException("ticket %d is not waiting".formatted(ticket));
            }
            return message;
        }

        @Override
        public void acknowledged(long ticket) {
            acknowledged.incrementAndGet();
            waiting.remove(ticket);
        }

        @Override
        public void refused(long ticket, int reasonCode) {
            refused.incrementAndGet();
            waiting.remove(ticket);
        }
    }
}
