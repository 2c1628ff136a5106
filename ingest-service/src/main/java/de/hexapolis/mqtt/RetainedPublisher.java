package de.hexapolis.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Publishes states that the broker keeps for whoever subscribes later. Thread-safe. */
public interface RetainedPublisher extends AutoCloseable {

    /**
     * Publishes with QoS 1 and returns when the broker has answered all of them.
     *
     * @param patience for the connection and the acknowledgements together
     * @return of each state what the broker said
     * @throws PublishFailed if it did not, or not of each: publish all of them again, which changes nothing
     */
    List<Answer> publish(List<State> states, Duration patience) throws PublishFailed, InterruptedException;

    @Override
    void close();

    /**
     * What is on a topic from now on.
     *
     * @param id that a receiver knows the message by: the user property {@code id}
     * @param expiry after which the broker forgets it; empty: it stays
     */
    @SuppressWarnings("ArrayRecordComponent")
    record State(String topic, byte[] payload, String contentType, String id, Optional<Duration> expiry) {}

    /** What the broker said of a state. */
    enum Answer {
        TAKEN,
        /** It takes others, and this one perhaps another time. */
        NOT_NOW,
        /** It will never take this one, whatever the time. */
        NEVER
    }

    /** The broker is away, slow or refuses; worth another try later. */
    final class PublishFailed extends Exception {
        private static final long serialVersionUID = 1;

        public PublishFailed(String message) {
            super(message);
        }

        PublishFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
