package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.telemetry.RawMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void refusesWhatIsBeyondItsNumber() {
        Window window = new Window(2, 1_000);

        assertThat(window.offer(delivery(1))).isTrue();
        assertThat(window.offer(delivery(1))).isTrue();
        assertThat(window.offer(delivery(1))).isFalse();
    }

    @Test
    void refusesWhatIsBeyondItsBytesButNeverALoneMessage() {
        Window window = new Window(10, 100);

        assertThat(window.offer(delivery(500))).isTrue();
        assertThat(window.offer(delivery(1))).isFalse();
    }

    @Test
    void hasRoomAgainForWhatWasSettledNotForWhatWasTaken() throws InterruptedException {
        Window window = new Window(2, 100);
        window.offer(delivery(50));
        window.offer(delivery(50));

        List<Delivery> batch = window.take(1, 100, AT_ONCE);
        assertThat(window.offer(delivery(50))).isFalse();
        window.settled(batch);

        assertThat(window.offer(delivery(50))).isTrue();
        assertThat(window.size()).isEqualTo(2);
        assertThat(window.bytesInFlight()).isEqualTo(100);
    }

    @Test
    void hasRoomForAFullWindowThatComesAgainOnceWhileTheFirstIsBeingStored() throws InterruptedException {
        Window window = new Window(2, 1_000);
        for (int times = 0; times < 2; times++) {
            assertThat(window.offer(delivery(1))).isTrue();
            assertThat(window.offer(delivery(1))).isTrue();
            window.take(2, 100, AT_ONCE);
        }

        assertThat(window.offer(delivery(1))).isFalse();
    }

    @Test
    void takesNoMoreThanABatch() throws InterruptedException {
        Window window = new Window(10, 100);
        for (int n = 0; n < 5; n++) {
            window.offer(delivery(1));
        }

        assertThat(window.take(3, 100, AT_ONCE)).hasSize(3);
        assertThat(window.take(3, 100, AT_ONCE)).hasSize(2);
    }

    @Test
    void takesNoMoreBytesThanABatchButOneMessageAlways() throws InterruptedException {
        Window window = new Window(10, 1_000);
        window.offer(delivery(300));
        window.offer(delivery(100));
        window.offer(delivery(100));
        window.offer(delivery(100));

        assertThat(window.take(10, 250, AT_ONCE)).hasSize(1);
        assertThat(window.take(10, 250, AT_ONCE)).hasSize(2);
    }

    @Test
    void saysWhenNothingComes() throws InterruptedException {
        assertThat(new Window(1, 1).awaitFirst(Duration.ofMillis(5))).isFalse();
    }

    static Delivery delivery(int bytes) {
        return new Delivery(new ScriptedSession(), 1, new RawMessage("s", "t", new byte[bytes], Instant.EPOCH));
    }
}
