package de.hexapolis.mqtt;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Acknowledges batches in the order in which they were taken, whichever is stored first: MQTT 5 wants PUBACKs in the
 * order of the PUBLISHes (MQTT-4.6.0-2). Thread-safe.
 */
final class AcknowledgementOrder {
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final Consumer<List<Delivery>> acknowledge;

    /** @param acknowledge sends the PUBACKs of one batch, in its order; called by one thread at a time */
    AcknowledgementOrder(Consumer<List<Delivery>> acknowledge) {
        this.acknowledge = acknowledge;
    }

    /** Takes a batch's place in the order; the returned action says that it is stored. */
    synchronized Runnable enter(List<Delivery> batch) {
        Pending entry = new Pending(batch);
        pending.add(entry);
        return () -> settle(entry);
    }

    /** How many messages are out and not yet acknowledged. */
    synchronized int messages() {
        return pending.stream().mapToInt(entry -> entry.batch.size()).sum();
    }

    /** How long the oldest batch has been out, in seconds; 0 when none is. */
    synchronized double oldestSeconds() {
        return pending.isEmpty() ? 0 : (System.nanoTime() - pending.element().enteredNanos) / 1e9;
    }

    private synchronized void settle(Pending entry) {
        entry.stored = true;
        while (!pending.isEmpty() && pending.element().stored) {
            acknowledge.accept(pending.remove().batch);
        }
    }

    private static final class Pending {
        private final List<Delivery> batch;
        private final long enteredNanos = System.nanoTime();
        private boolean stored;

        private Pending(List<Delivery> batch) {
            this.batch = batch;
        }
    }
}
