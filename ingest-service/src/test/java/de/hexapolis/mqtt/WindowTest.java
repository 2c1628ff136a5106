package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.telemetry.RawMessage;
import java.time.Duration;
import java.time.Instant;
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
    void hasRoomAgainForWhatWasTaken() throws InterruptedException {
        Window window = new Window(2, 100);
        window.offer(delivery(50));
        window.offer(delivery(50));

        assertThat(window.take(1, AT_ONCE)).hasSize(1);

        assertThat(window.offer(delivery(50))).isTrue();
        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void takesNoMoreThanABatch() throws InterruptedException {
        Window window = new Window(10, 100);
        for (int n = 0; n < 5; n++) {
            window.offer(delivery(1));
        }

        assertThat(window.take(3, AT_ONCE)).hasSize(3);
        assertThat(window.take(3, AT_ONCE)).hasSize(2);
    }

    @Test
    void saysWhenNothingComes() throws InterruptedException {
        assertThat(new Window(1, 1).awaitFirst(Duration.ofMillis(5))).isFalse();
    }

    static Delivery delivery(int bytes) {
        return new Delivery(new ScriptedSession(), 1, new RawMessage("s", "t", new byte[bytes], Instant.EPOCH));
    }
}
