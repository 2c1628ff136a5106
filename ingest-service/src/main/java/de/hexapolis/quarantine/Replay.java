package de.hexapolis.quarantine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Sends waiting messages through the pipeline again, a page at a time. Thread-safe. */
public final class Replay {
    /** Messages in a page: well below a second of the pipeline. */
    public static final int PAGE = 500;

    private final Reingest pipeline;

    public Replay(Reingest pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * What one page came to.
     *
     * @param lastId where the next page goes on
     * @param stored how many are wholly kept now
     * @param waiting how many were refused again
     * @param more whether there may be a next page
     */
    public record PageOutcome(long lastId, int stored, int waiting, boolean more) {}

    /**
     * Replays the next page. The pipeline commits the messages in transactions of its own; that they are closed is
     * committed by the caller. If that is lost, the next replay finds duplicates and closes them.
     *
     * @param after 0, or {@link PageOutcome#lastId()} of the page before
     * @param at the platform's time
     */
    public PageOutcome page(Connection connection, ReplayFilter filter, long after, Instant at)
            throws SQLException, InterruptedException {
        List<WaitingMessage> waiting = ReadWaiting.on(connection, filter, after, PAGE);
        if (waiting.isEmpty()) {
            return new PageOutcome(after, 0, 0, false);
        }
        pipeline.reingest(waiting.stream().map(WaitingMessage::message).toList());
        int stored = CloseReplayed.on(connection, waiting, at);
        long lastId = waiting.get(waiting.size() - 1).quarantineId();
        return new PageOutcome(lastId, stored, waiting.size() - stored, waiting.size() == PAGE);
    }
}
