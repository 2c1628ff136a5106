package de.hexapolis.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Messages that have arrived and wait for a batch, and the bound of all that are in flight: those that wait and those
 * in batches that are not settled yet. Offering never blocks, since the client library's thread offers. Thread-safe.
 *
 * <p>The bound in messages leaves room for a full receive maximum to come again on a new connection while batches of the
 * lost one are still being stored. The bound in bytes holds whatever the broker sends; only a lone message is always
 * taken.
 */
final class Window {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Delivery> waiting = new ArrayDeque<>();
    private final int maximumMessages;
    private final long maximumBytes;
    /** How many in flight are to be acknowledged, by the connection that delivered them. */
    private final Map<MqttSession, Integer> toAcknowledge = new HashMap<>();

    private int messagesInFlight;
    private long bytesInFlight;

    /**
     * @param maximumMessages that wait; of two connections together twice as many may be in flight
     * @param maximumBytes of the payloads of all that is in flight
     */
    Window(int maximumMessages, long maximumBytes) {
        this.maximumMessages = maximumMessages;
        this.maximumBytes = maximumBytes;
    }

    /** False if the window is full; the message was not taken. */
    boolean offer(Delivery delivery) {
        lock.lock();
        try {
            int size = size(delivery);
            if (waiting.size() >= maximumMessages
                    || messagesInFlight >= 2L * maximumMessages
                    || (messagesInFlight > 0 && bytesInFlight + size > maximumBytes)) {
                return false;
            }
            waiting.add(delivery);
            messagesInFlight++;
            bytesInFlight += size;
            if (delivery.packetId() != 0) {
                toAcknowledge.merge(delivery.session(), 1, Integer::sum);
            }
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a first message up to {@code longest}; false if none came. */
    boolean awaitFirst(Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(1, longest);
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is there, {@code most} messages and {@code mostBytes} at most, but one at least; waits for that many messages
     * no longer than {@code linger}. They stay in flight until they are {@link #settled}.
     */
    List<Delivery> take(int most, long mostBytes, Duration linger) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(most, linger);
            List<Delivery> batch = new ArrayList<>(Math.min(most, waiting.size()));
            long bytes = 0;
            while (batch.size() < most && !waiting.isEmpty()) {
                bytes += size(waiting.element());
                if (bytes > mostBytes && !batch.isEmpty()) {
                    break;
                }
                batch.add(waiting.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** A batch is acknowledged, or never will be: it makes room. */
    void settled(Collection<Delivery> batch) {
        lock.lock();
        try {
            batch.forEach(this::leave);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets what a connection delivered that is gone: the broker sends it again, and it must find room. What came
     * with QoS 0 stays, since nobody sends that again.
     *
     * @return how many messages
     */
    int forget(MqttSession gone) {
        lock.lock();
        try {
            Predicate<Delivery> comesAgain = delivery -> delivery.session() == gone && delivery.packetId() != 0;
            List<Delivery> forgotten = waiting.stream().filter(comesAgain).toList();
            waiting.removeIf(comesAgain);
            forgotten.forEach(this::leave);
            return forgotten.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages wait. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages wait or are in batches that are not settled yet. */
    int messagesInFlight() {
        lock.lock();
        try {
            return messagesInFlight;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all that is to be acknowledged on this connection is settled; what came with QoS 0 is not. */
    boolean isClearOf(MqttSession session) {
        lock.lock();
        try {
            return !toAcknowledge.containsKey(session);
        } finally {
            lock.unlock();
        }
    }

    long bytesInFlight() {
        lock.lock();
        try {
            return bytesInFlight;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Delivery delivery) {
        messagesInFlight--;
        bytesInFlight -= size(delivery);
        if (delivery.packetId() != 0) {
            toAcknowledge.computeIfPresent(delivery.session(), (session, count) -> count == 1 ? null : count - 1);
        }
    }

    private static int size(Delivery delivery) {
        return delivery.message().payload().length;
    }

    private void await(int messages, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        while (waiting.size() < messages && left > 0) {
            left = filled.awaitNanos(left);
        }
    }
}
