package de.hexapolis.mqtt;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Acknowledges batches in the order in which they were taken, whichever is stored first: MQTT 5 wants PUBACKs in the
 * order of the PUBLISHes (MQTT-4.6.0-2). Thread-safe.
 */
final class AcknowledgementOrder {
    private final ArrayDeque<Place> places = new ArrayDeque<>();
    private final Consumer<List<Delivery>> acknowledge;
    private final Consumer<List<Delivery>> abandon;

    /**
     * @param acknowledge sends the PUBACKs of one batch, in its order; called by one thread at a time
     * @param abandon is told of a batch that is never acknowledged
     */
    AcknowledgementOrder(Consumer<List<Delivery>> acknowledge, Consumer<List<Delivery>> abandon) {
        this.acknowledge = acknowledge;
        this.abandon = abandon;
    }

    /** Takes a batch's place in the order. */
    synchronized Place enter(List<Delivery> batch) {
        Place place = new Place(batch);
        places.add(place);
        return place;
    }

    /** How many messages are out and not yet settled. */
    synchronized int messages() {
        return places.stream().mapToInt(place -> place.batch.size()).sum();
    }

    /** How long the oldest batch has been out, in seconds; 0 when none is. */
    synchronized double oldestSeconds() {
        return places.isEmpty() ? 0 : (System.nanoTime() - places.element().enteredNanos) / 1e9;
    }

    private synchronized void settle(Place settled, Consumer<List<Delivery>> how) {
        settled.settlement = Optional.of(how);
        while (!places.isEmpty() && places.element().settlement.isPresent()) {
            Place next = places.remove();
            next.settlement.orElseThrow().accept(next.batch);
        }
    }

    /** A batch on its way. */
    final class Place {
        private final List<Delivery> batch;
        private final long enteredNanos = System.nanoTime();
        private Optional<Consumer<List<Delivery>>> settlement = Optional.empty();

        private Place(List<Delivery> batch) {
            this.batch = batch;
        }

        /** The batch is committed: it is acknowledged when all before it are settled. */
        void stored() {
            settle(this, acknowledge);
        }

        /** The batch is not stored, and must never be acknowledged. */
        void abandoned() {
            settle(this, abandon);
        }
    }
}
