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

class PassingTopicsTest {
    @TempDir
    private Path folder;

    @Test
    void forgetsTheTopicOfAnAlertThatIsOverAndKeepsThoseThatStandAndThoseOfSensors() throws Exception {
        try (ArtemisBroker broker = ArtemisBroker.start(new ArtemisBroker.Settings(
                folder.resolve("data"),
                FreePort.find(),
                ArtemisBroker.Settings.USUAL_BUFFER_TIMEOUT_NANOS,
                10_000,
                Duration.ofMillis(200)))) {
            MqttAsyncClient ingest = Client.connected(broker, "ingest-0");
            ingest.subscribe("v1/+/+/telemetry", 1).waitForCompletion();
            publish(ingest, "v1/fulda/bin-1/telemetry", "70", false);
            publish(ingest, "v1/fulda/alerts/1", "full", true);
            publish(ingest, "v1/fulda/alerts/2", "full", true);
            publish(ingest, "v1/fulda/orders/7", "empty it", true);
            assertThat(broker.topics(".alerts.1")).hasSize(2);

            publish(ingest, "v1/fulda/alerts/1", "", true);
            publish(ingest, "v1/fulda/orders/7", "", true);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(broker.topics(".alerts.1")).isEmpty();
                assertThat(broker.topics(".orders.7")).isEmpty();
            });
            assertThat(broker.topics("bin-1.telemetry")).isNotEmpty();
            Set<String> retained = ConcurrentHashMap.newKeySet();
            MqttAsyncClient board = Client.connected(broker, "board");
            board.setCallback(new Collecting(retained));
            board.subscribe("v1/+/alerts/+", 1).waitForCompletion();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(retained).containsExactly("full"));

            publish(ingest, "v1/fulda/alerts/1", "full again", true);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(retained).containsExactlyInAnyOrder("full", "full again"));
            ingest.disconnect().waitForCompletion();
            board.disconnect().waitForCompletion();
        }
    }

    private static void publish(MqttAsyncClient client, String topic, String text, boolean retained) throws Exception {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retained)
                .waitForCompletion();
    }
}
