package de.hexapolis.query.answer;

/**
 * There is no room for a large answer now: to be waited for without what others need, such as a connection to the
 * database ({@link BytesInFlight.Share#whenThereIsRoom}). Immutable; carries no stack trace, because nothing is broken.
 */
final class NoRoom extends RuntimeException {
    private final long bytes;

    NoRoom(long bytes) {
        super("no room for %d bytes now".formatted(bytes), null, false, false);
        this.bytes = bytes;
    }

    /** How many were wanted. */
    long bytes() {
        return bytes;
    }
}
