package de.hexapolis.mqtt;

/**
 * One connection to a broker; made for one connection and thrown away with it. What a client library must do for us,
 * and all of it. Thread-safe.
 */
interface MqttSession {

    /**
     * Connects with a kept session (clean start off) and subscribes. Blocks at most as long as the connect timeout.
     *
     * @throws SessionRefused if the broker is away or says no
     */
    void open(Listener listener) throws SessionRefused;

    /** Sends the PUBACK of a message that this connection delivered; false if the connection is gone. */
    boolean acknowledge(int packetId);

    /** Whether the connection still stands, as far as the client library knows. */
    boolean isConnected();

    /** Says goodbye where {@code orderly}, else drops the connection. The broker keeps the session. Returns at once. */
    void close(boolean orderly);

    /** Called by the client library's threads: must return at once and never throw. */
    interface Listener {
        void arrived(MqttSession session, int packetId, String topic, byte[] payload);

        void down(MqttSession session, String reason);
    }

    /** The broker is away or refuses us; worth another try later. */
    final class SessionRefused extends Exception {
        private static final long serialVersionUID = 1;

        SessionRefused(String message) {
            super(message);
        }

        SessionRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
