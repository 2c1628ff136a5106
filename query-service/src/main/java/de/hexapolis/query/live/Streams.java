package de.hexapolis.query.live;

import de.hexapolis.query.problem.Trouble;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Who listens: at most {@link #MOST} at once, {@link #MOST_A_PERSON} of them one person. Thread-safe. */
@Singleton
public final class Streams {
    static final int MOST = 200;
    static final int MOST_A_PERSON = 5;

    private final List<Stream> open = new CopyOnWriteArrayList<>();
    private final LongAdder tooSlow = new LongAdder();

    public Streams() {
        // streams never end by themselves: who stops the service would wait for them
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "close-streams"));
    }

    /** @throws de.hexapolis.query.problem.Problem if there are too many */
    synchronized void add(Stream stream) {
        long own = open.stream()
                .filter(other -> other.person().equals(stream.person()))
                .count();
        if (own >= MOST_A_PERSON) {
            throw Trouble.TOO_MANY_STREAMS.problem("%d streams of yours are open; close one".formatted(own));
        }
        if (open.size() >= MOST) {
            throw Trouble.TOO_MANY_STREAMS.problem(
                    "%d streams are open, which is all that there can be".formatted(MOST));
        }
        open.add(stream);
    }

    public int size() {
        return open.size();
    }

    /** How many were closed because they took what was told too slowly. */
    public long tooSlow() {
        return tooSlow.sum();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Those that have not got all up to this number. */
    List<Stream> behind(long head) {
        return open.stream().filter(stream -> stream.position() < head).toList();
    }

    /** What is new, to all that are not behind it. Who has no room for it is closed, and resumes where he was. */
    void tell(List<Notice> notices, long head) {
        for (Stream stream : open) {
            if (stream.position() >= head && !notices.stream().allMatch(stream::offer)) {
                tooSlow.increment();
                end(stream);
            }
        }
    }

    void sayAlive() {
        open.forEach(Stream::sayAlive);
    }

    void endThoseThatAreOver(Instant realNow) {
        open.stream().filter(stream -> stream.isOver(realNow)).forEach(this::end);
    }

    private void closeAll() {
        open.forEach(this::end);
    }

    private void end(Stream stream) {
        open.remove(stream);
        stream.close();
    }
}
