package de.hexapolis.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that have arrived and wait for a batch, bounded in number and in bytes. Offering never blocks, since the
 * client library's thread offers. Thread-safe.
 */
final class Window {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Delivery> waiting = new ArrayDeque<>();
    private final int maximumMessages;
    private final long maximumBytes;
    private long bytes;

    Window(int maximumMessages, long maximumBytes) {
        this.maximumMessages = maximumMessages;
        this.maximumBytes = maximumBytes;
    }

    /** False if the window is full; the message was not taken. */
    boolean offer(Delivery delivery) {
        lock.lock();
        try {
            int size = delivery.message().payload().length;
            if (waiting.size() >= maximumMessages || (bytes + size > maximumBytes && !waiting.isEmpty())) {
                return false;
            }
            waiting.add(delivery);
            bytes += size;
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

    /** What is there, {@code most} messages at most; waits for that many no longer than {@code linger}. */
    List<Delivery> take(int most, Duration linger) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(most, linger);
            List<Delivery> batch = new ArrayList<>(Math.min(most, waiting.size()));
            while (batch.size() < most && !waiting.isEmpty()) {
                Delivery next = waiting.remove();
                bytes -= next.message().payload().length;
                batch.add(next);
            }
            return batch;
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
            int before = waiting.size();
            waiting.removeIf(delivery -> delivery.session() == gone && delivery.packetId() != 0);
            bytes = waiting.stream()
                    .mapToLong(delivery -> delivery.message().payload().length)
                    .sum();
            return before - waiting.size();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void await(int messages, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        while (waiting.size() < messages && left > 0) {
            left = filled.awaitNanos(left);
        }
    }
}
