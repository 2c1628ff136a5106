package de.hexapolis.local;

/** A server or program of the platform: it starts, may die, starts again, and stops. */
interface Part {
    /** Of its log. */
    String name();

    /** Returns when it is ready; may be called again after it has died. */
    void start();

    boolean isAlive();

    /** Returns when it has ended; does nothing if it has not started. */
    void stop();
}
