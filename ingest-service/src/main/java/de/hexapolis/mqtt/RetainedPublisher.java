package de.hexapolis.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Publishes states that the broker keeps for whoever subscribes later. Thread-safe. */
public interface RetainedPublisher extends AutoCloseable {

    /**
     * Publishes with QoS 1 and returns when the broker has acknowledged all of them.
     *
     * @param patience for the connection and the acknowledgements together
     * @throws PublishFailed if it did not, or not of each: publish all of them again, which changes nothing
     */
    void publish(List<State> states, Duration patience) throws PublishFailed, InterruptedException;

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
