package de.hexapolis.decode;

import de.hexapolis.profile.Unread;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Says in the log that a profile reads nothing of its devices' messages: once an hour for each source and profile.
 * Thread-safe.
 */
final class UnreadLog {
    private static final Logger LOG = Logger.getLogger(UnreadLog.class);
    private static final long PAUSE = Duration.ofHours(1).toNanos();
    /** More than there are profiles and sources; beyond it all is forgotten, and said once more. */
    private static final int MOST = 1_000;

    private record Key(String source, String profile) {}

    /** @param unsaid how many came since it was said */
    private record Said(long atNanos, long unsaid) {}

    private final LongSupplier nanoTime;
    private final Map<Key, Said> said = new HashMap<>();

    /** @param nanoTime as {@link System#nanoTime} counts */
    UnreadLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void note(String source, Unread unread) {
        Key key = new Key(source, unread.profile());
        long now = nanoTime.getAsLong();
        Said last = said.getOrDefault(key, new Said(now - PAUSE, 0));
        if (now - last.atNanos() < PAUSE) {
            said.put(key, new Said(last.atNanos(), last.unsaid() + 1));
            return;
        }
        if (said.size() >= MOST) {
            said.clear();
        }
        said.put(key, new Said(now, 0));
        LOG.warnf(
                "source %s: profile %s reads nothing of a message of device %s (and of %d more since this was said): the"
                        + " message has %s; the profile looks for %s; should such messages carry nothing, name them below"
                        + " ignore",
                source, unread.profile(), unread.device(), last.unsaid(), unread.fields(), unread.paths());
    }
}
