package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRouteTest {
    private static final int TOPICS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void losesNoFirstMessageOfATopicOnWhichTwoConnectionsPublishAtOnce() throws Exception {
        try (ArtemisBroker broker =
                ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("data"), FreePort.find()))) {
            Set<String> received = ConcurrentHashMap.newKeySet();
            MqttAsyncClient subscriber = Client.connected(broker, "ingest-0");
            subscriber.setCallback(new Collecting(received));
            subscriber.subscribe("$share/ingest/v1/+/+/telemetry", 1).waitForCompletion();
            MqttAsyncClient one = Client.connected(broker, "one");
            MqttAsyncClient other = Client.connected(broker, "other");

            for (int i = 0; i < TOPICS; i++) {
                String topic = "v1/fulda/device-%d/telemetry".formatted(i);
                one.publish(topic, ("one " + i).getBytes(StandardCharsets.UTF_8), 1, false);
                other.publish(topic, ("other " + i).getBytes(StandardCharsets.UTF_8), 1, false);
            }

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).hasSize(2 * TOPICS));
            for (MqttAsyncClient client : new MqttAsyncClient[] {one, other, subscriber}) {
                client.disconnect().waitForCompletion();
            }
        }
    }
}
