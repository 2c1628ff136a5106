package de.hexapolis.query.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One listener: what he has not got yet, at most {@link #MOST_WAITING} notices. Thread-safe; what is sent to him leaves one
 * after the other.
 */
final class Stream {
    static final int MOST_WAITING = 256;

    private final Wanted wanted;
    private final Wire wire;
    private final Optional<Instant> until;
    private final long beginning;
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean mustReset;
    /** How far the log has been looked through for him. */
    private long position;

    /**
     * @param after the number of the last notice that he has
     * @param until when his token ends, by real time
     */
    Stream(Wanted wanted, Wire wire, long after, Optional<Instant> until) {
        this.wanted = wanted;
        this.wire = wire;
        this.beginning = after;
        this.position = after;
        this.until = until;
    }

    String person() {
        return wanted.caller().name();
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean hasRoom() {
        return waiting.size() < MOST_WAITING;
    }

    /** Takes the next notice of the log, none twice. False if there is no room for it. */
    synchronized boolean offer(Notice notice) {
        if (notice.number() <= position) {
            return true;
        }
        if (wanted.wants(notice)) {
            if (!hasRoom()) {
                return false;
            }
            waiting.add(notice);
        }
        position = notice.number();
        sendNext();
        return true;
    }

    /** @param goesOn whether he gets everything since he left; else he is told that he does not, before anything else */
    synchronized void begin(boolean goesOn) {
        mustReset = !goesOn;
        if (goesOn) {
            sayAlive();
        } else {
            sendNext();
        }
    }

    /** There is nothing in the log between where he was and here. */
    synchronized void passOverTo(long number) {
        position = Math.max(position, number);
    }

    /** A comment, so that nobody on the way takes the connection for dead; not while something is on its way. */
    synchronized void sayAlive() {
        if (!sending && !wire.isClosed()) {
            leaves(wire.sendComment());
        }
    }

    boolean isOver(Instant realNow) {
        return wire.isClosed() || until.filter(realNow::isAfter).isPresent();
    }

    void close() {
        wire.close();
    }

    private void sendNext() {
        if (sending || wire.isClosed()) {
            return;
        }
        if (mustReset) {
            mustReset = false;
            leaves(wire.sendReset(beginning));
        } else if (!waiting.isEmpty()) {
            leaves(wire.send(waiting.remove()));
        }
    }

    private void leaves(CompletionStage<?> event) {
        sending = true;
        event.whenComplete((sent, trouble) -> left(trouble));
    }

    private synchronized void left(@Nullable Throwable trouble) {
        sending = false;
        if (trouble == null) {
            sendNext();
        } else {
            wire.close();
        }
    }
}
