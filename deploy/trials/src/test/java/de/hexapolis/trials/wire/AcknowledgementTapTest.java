package de.hexapolis.trials.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementTapTest {
    private final List<String> seen = new ArrayList<>();
    private final AcknowledgementTap tap = new AcknowledgementTap((topic, payload) -> seen.add(topic + " " + payload));

    @Test
    void showsTheMessageBehindEachPuback() {
        deliver(7, "v1/a/b/telemetry", "{}");
        assertThat(seen).isEmpty();

        acknowledge(7);

        assertThat(seen).containsExactly("v1/a/b/telemetry {}");
    }

    @Test
    void readsPacketsThatComeInPieces() {
        byte[] publish = publish(300, "t", "x".repeat(200));
        for (byte each : publish) {
            tap.fromServer(new byte[] {each}, 1);
        }

        acknowledge(300);

        assertThat(seen).containsExactly("t " + "x".repeat(200));
    }

    @Test
    void noticesAnAcknowledgementOfWhatWasNeverDelivered() {
        acknowledge(9);

        assertThat(seen).containsExactly("packet 9 never delivered");
    }

    @Test
    void passesOverWhatIsNoMessage() {
        tap.fromServer(new byte[] {(byte) 0xd0, 0}, 2);
        tap.fromClient(new byte[] {(byte) 0xc0, 0}, 2);

        assertThat(seen).isEmpty();
    }

    private void deliver(int id, String topic, String payload) {
        byte[] packet = publish(id, topic, payload);
        tap.fromServer(packet, packet.length);
    }

    private void acknowledge(int id) {
        tap.fromClient(new byte[] {0x40, 2, (byte) (id >> 8), (byte) id}, 4);
    }

    private static byte[] publish(int id, String topic, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(topic.length());
        body.writeBytes(topic.getBytes(StandardCharsets.UTF_8));
        body.write(id >> 8);
        body.write(id);
        body.write(0);
        body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x32);
        for (int rest = body.size(); rest > 0; rest >>= 7) {
            packet.write(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
        }
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }
}
