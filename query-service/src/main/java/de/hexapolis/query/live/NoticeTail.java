package de.hexapolis.query.live;

import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.problem.Unavailable;
import de.hexapolis.query.sql.Database;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Follows the log of notices while somebody listens: one thread, one connection to the primary. It is woken by what
 * ingest-service notifies after its commit, and looks by itself every half second. Numbers become visible in the order of
 * commits, so nothing can appear behind what was read. Thread-safe.
 */
@Singleton
public final class NoticeTail {
    private static final Logger LOG = Logger.getLogger(NoticeTail.class);
    private static final int LOOK_MILLIS = 500;
    /** While a listener who came back is behind. */
    private static final int CATCH_UP_MILLIS = 10;

    private static final long PAUSE_MILLIS = 1_000;
    private static final long COMMENT_NANOS = Duration.ofSeconds(15).toNanos();

    private final Database primary;
    private final Streams streams;
    private final Clock realTime = Clock.systemUTC();
    private final AtomicBoolean running = new AtomicBoolean();

    public NoticeTail(@Identifier(CommandDesk.DATABASE) Database primary, Streams streams) {
        this.primary = primary;
        this.streams = streams;
    }

    /** What of the log is kept now: who names no number begins at its end. */
    NoticeLog log() {
        return primary.read(ReadNotices::log);
    }

    /** Makes sure that the log is followed; ends by itself when nobody listens. */
    void follow() {
        if (running.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "notice-tail");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            while (!streams.isEmpty()) {
                followUntilTrouble();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
        if (!streams.isEmpty() && !Thread.currentThread().isInterrupted()) {
            follow();
        }
    }

    private void followUntilTrouble() throws InterruptedException {
        try {
            primary.write(this::followOn);
        } catch (Unavailable away) {
            LOG.debug("the log of notices cannot be read now", away);
            Thread.sleep(PAUSE_MILLIS);
        } catch (RuntimeException defect) {
            LOG.error("the log of notices could not be followed", defect);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Void followOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen notice");
            try {
                PGConnection ears = connection.unwrap(PGConnection.class);
                long head = ReadNotices.newest(connection);
                long commented = System.nanoTime();
                while (!streams.isEmpty()) {
                    streams.endThoseThatAreOver(realTime.instant());
                    boolean behind = catchUp(connection, head);
                    head = readOn(connection, head);
                    if (System.nanoTime() - commented > COMMENT_NANOS) {
                        commented = System.nanoTime();
                        streams.sayAlive();
                    }
                    ears.getNotifications(behind ? CATCH_UP_MILLIS : LOOK_MILLIS);
                }
            } finally {
                statement.execute("unlisten notice");
            }
        }
        return null;
    }

    /** A piece of the log for each who came back and is behind; whether there are such. */
    private boolean catchUp(Connection connection, long head) throws SQLException {
        List<Stream> behind = streams.behind(head);
        for (Stream stream : behind) {
            if (stream.hasRoom()) {
                List<Notice> missed = ReadNotices.after(connection, stream.position());
                if (missed.isEmpty()) {
                    stream.passOverTo(head);
                }
                missed.stream().takeWhile(stream::offer).forEach(taken -> {});
            }
        }
        return !behind.isEmpty();
    }

    /** What is new since the head, to all others; the new head. */
    private long readOn(Connection connection, long head) throws SQLException {
        long read = head;
        List<Notice> notices;
        do {
            notices = ReadNotices.after(connection, read);
            streams.tell(notices, read);
            read = notices.isEmpty() ? read : notices.get(notices.size() - 1).number();
        } while (notices.size() == ReadNotices.MOST);
        return read;
    }
}
