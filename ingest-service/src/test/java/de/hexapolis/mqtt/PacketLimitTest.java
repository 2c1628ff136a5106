package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.servers.ArtemisBroker;
import de.hexapolis.servers.FreePort;
import de.hexapolis.servers.PacketLimit;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than a message may be is refused where somebody sees it: by the broker, or into quarantine. */
class PacketLimitTest {
    @TempDir
    private Path folder;

    @Test
    void isOneAtBrokerAndClientAndAboveTheLargestPayload() {
        assertThat(Source.LARGEST_PACKET_BYTES)
                .isEqualTo(PacketLimit.BYTES)
                .isGreaterThan(MessageDecoder.LARGEST_PAYLOAD);
    }

    @Test
    void letsThroughToTheLastByteWhatTheBrokerAcknowledges() throws Exception {
        try (ArtemisBroker server =
                ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("data"), FreePort.find()))) {
            String broker = server.address().toString();
            Source source = Sources.at(broker, false, 10);
            String topic = Sources.topic(source, "a");
            Inbox inbox = new Inbox();
            MqttSession session = new PahoSession(source);
            session.open(inbox);
            // type, length in three bytes, topic with its length, packet id; over MQTT 5 the length of no properties
            int largest = PacketLimit.BYTES - 1 - 3 - 2 - topic.length() - 2 - 1;

            LegacyPublisher.publish(broker, topic, "x".repeat(largest));
            assertThat(inbox.payloads.poll(10, TimeUnit.SECONDS)).hasSize(largest);
            try (Publisher device = new Publisher(broker)) {
                device.publish(topic, "y".repeat(largest));
            }
            assertThat(inbox.payloads.poll(10, TimeUnit.SECONDS)).hasSize(largest);
            assertThatThrownBy(() -> LegacyPublisher.publish(broker, topic, "z".repeat(largest + 1)))
                    .isInstanceOf(MqttException.class);

            assertThat(session.isConnected()).isTrue();
            session.close(true);
        }
    }

    private static final class Inbox implements MqttSession.Listener {
        private final BlockingQueue<byte[]> payloads = new LinkedBlockingQueue<>();

        @Override
        public void arrived(MqttSession session, int packetId, String topic, byte[] payload) {
            payloads.add(payload);
            session.acknowledge(packetId);
        }

        @Override
        public void down(MqttSession session, String reason) {}
    }
}
