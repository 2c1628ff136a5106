package de.hexapolis.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.query.SmallCities;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private final Streams streams = new Streams();
    private final SlowWire wire = new SlowWire();

    /** Takes one event, and the next when it is told to. */
    private static final class SlowWire implements Wire {
        private final List<Long> sent = new ArrayList<>();
        private CompletableFuture<Void> leaving = new CompletableFuture<>();
        private boolean closed;

        @Override
        public CompletionStage<?> send(Notice notice) {
            sent.add(notice.number());
            leaving = new CompletableFuture<>();
            return leaving;
        }

        @Override
        public CompletionStage<?> sendReset(long number) {
            sent.add(-number);
            leaving = new CompletableFuture<>();
            return leaving;
        }

        @Override
        public CompletionStage<?> sendComment() {
            sent.add(0L);
            leaving = new CompletableFuture<>();
            return leaving;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void sendOneAfterTheOther() {
        open(0, Optional.empty());
        streams.tell(notices(1, 3), 0);
        assertThat(wire.sent).containsExactly(1L);
        wire.leaving.complete(null);
        wire.leaving.complete(null);
        assertThat(wire.sent).containsExactly(1L, 2L, 3L);
    }

    @Test
    void closeWhoIsTooSlow() {
        open(0, Optional.empty());
        streams.tell(notices(1, 257), 0);
        assertThat(wire.closed).as("one is on its way, 256 wait").isFalse();
        streams.tell(notices(258, 258), 257);
        assertThat(wire.closed).isTrue();
        assertThat(streams.tooSlow()).isEqualTo(1);
        assertThat(streams.isEmpty()).isTrue();
    }

    @Test
    void tellNobodyTwice() {
        Stream stream = open(2, Optional.empty());
        notices(1, 3).forEach(stream::offer);
        streams.tell(notices(2, 4), 3);
        wire.leaving.complete(null);
        assertThat(wire.sent).containsExactly(3L, 4L);
    }

    @Test
    void leaveThoseAloneThatAreStillBehind() {
        Stream stream = open(2, Optional.empty());
        assertThat(streams.behind(10)).containsExactly(stream);
        streams.tell(notices(11, 11), 10);
        assertThat(wire.sent).isEmpty();
        stream.passOverTo(10);
        streams.tell(notices(11, 11), 10);
        assertThat(wire.sent).containsExactly(11L);
    }

    @Test
    void endWithTheToken() {
        Instant until = Instant.parse("2026-07-01T12:00:00Z");
        open(0, Optional.of(until));
        streams.endThoseThatAreOver(until);
        assertThat(wire.closed).isFalse();
        streams.endThoseThatAreOver(until.plusSeconds(1));
        assertThat(wire.closed).isTrue();
    }

    @Test
    void sayNothingInBetween() {
        Stream stream = open(0, Optional.empty());
        streams.tell(notices(1, 1), 0);
        stream.sayAlive();
        assertThat(wire.sent).containsExactly(1L);
        wire.leaving.complete(null);
        stream.sayAlive();
        assertThat(wire.sent).containsExactly(1L, 0L);
    }

    @Test
    void closeWhoseConnectionBroke() {
        open(0, Optional.empty());
        streams.tell(notices(1, 2), 0);
        wire.leaving.completeExceptionally(new IllegalStateException("reset by peer"));
        assertThat(wire.closed).isTrue();
        assertThat(wire.sent).containsExactly(1L);
    }

    private Stream open(long after, Optional<Instant> until) {
        Stream stream = new Stream(new Wanted(SmallCities.OPERATOR, Set.of(), Set.of()), wire, after, until);
        streams.add(stream);
        return stream;
    }

    private static List<Notice> notices(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> new Notice(
                        number,
                        new UUID(0, number),
                        new CityId("fulda"),
                        Optional.empty(),
                        "alert.opened",
                        "alerts/1",
                        SmallCities.NOW,
                        JsonNodeFactory.instance.objectNode()))
                .toList();
    }
}
