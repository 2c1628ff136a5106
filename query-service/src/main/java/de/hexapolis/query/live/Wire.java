package de.hexapolis.query.live;

import java.util.concurrent.CompletionStage;

/** The connection to one listener. Thread-safe. */
interface Wire {
    /** Ends when the event has left; one event after the other. */
    CompletionStage<?> send(Notice notice);

    /** Says that what came up to this number cannot be told, or not all of it. */
    CompletionStage<?> sendReset(long number);

    /** Says that we are still there. */
    CompletionStage<?> sendComment();

    boolean isClosed();

    void close();
}
