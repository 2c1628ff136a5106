package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketLimitTest {
    private static final String TOPIC = "v1/fulda/bin-1/telemetry";
    private static final int CONNACK = 0x20;
    private static final int PUBACK = 0x40;
    private static final int END = -1;

    @TempDir
    private Path folder;

    @Test
    void endsTheConnectionOfALegacyPublisherWithoutPubackBeyondTheLimit() throws IOException {
        try (ArtemisBroker broker = broker()) {
            assertThat(answerToLegacyPublish(broker, PacketLimit.BYTES - 1)).isEqualTo(PUBACK);
            assertThat(answerToLegacyPublish(broker, PacketLimit.BYTES)).isEqualTo(END);
            assertThat(answerToLegacyPublish(broker, 70_000)).isEqualTo(END);
            assertThat(answerToLegacyPublish(broker, 1_000_000)).isEqualTo(END);
        }
    }

    @Test
    void takesFromAnMqtt5PublisherWhatIsWithinTheLimitAndNoMore() throws Exception {
        try (ArtemisBroker broker = broker()) {
            MqttClient client = new MqttClient(broker.address().toString(), "device-7", new MemoryPersistence());
            client.connect();
            client.publish(TOPIC, new byte[65_600], 1, false);

            assertThatThrownBy(() -> client.publish(TOPIC, new byte[70_000], 1, false))
                    .isInstanceOf(MqttException.class);
            client.close(true);
        }
    }

    private ArtemisBroker broker() {
        return ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("data"), FreePort.find()));
    }

    /** Type of the packet that comes back, or the end of the stream. */
    private static int answerToLegacyPublish(ArtemisBroker broker, int packetBytes) throws IOException {
        try (Socket socket =
                new Socket(broker.address().getHost(), broker.address().getPort())) {
            socket.setSoTimeout(10_000);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(connect("legacy-" + packetBytes));
            assertThat(in.readUnsignedByte()).isEqualTo(CONNACK);
            in.skipNBytes(3);
            try {
                out.write(publish(packetBytes));
                return in.read();
            } catch (SocketException reset) {
                return END;
            }
        }
    }

    private static byte[] connect(String clientId) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        writeText(rest, "MQTT");
        rest.write(new byte[] {4, 2, 0, 60});
        writeText(rest, clientId);
        return packet(0x10, rest.toByteArray());
    }

    /** QoS 1, of just this many bytes with its header; the length takes three of them. */
    private static byte[] publish(int packetBytes) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        writeText(rest, TOPIC);
        rest.write(new byte[] {0, 1});
        rest.write(new byte[packetBytes - 4 - rest.size()]);
        byte[] packet = packet(0x32, rest.toByteArray());
        assertThat(packet).hasSize(packetBytes);
        return packet;
    }

    private static byte[] packet(int type, byte[] rest) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int length = rest.length;
        do {
            packet.write(length % 128 + (length >= 128 ? 128 : 0));
            length /= 128;
        } while (length > 0);
        packet.write(rest);
        return packet.toByteArray();
    }

    private static void writeText(ByteArrayOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.write(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length});
        to.write(bytes);
    }
}
