package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtemisBrokerTest {
    /** More than wait in memory. */
    private static final int MESSAGES = 15_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void deliversAfterKillMinusNineWhatItAcknowledgedBefore() throws Exception {
        int port = FreePort.find();
        Process killed = JavaProgram.broker(folder.resolve("data"), port).start(folder.resolve("broker.log"));
        Set<String> received = new ConcurrentSkipListSet<>();
        // the group exists before anybody publishes, then nobody listens
        MqttAsyncClient early = connected(port, "ingest-0", received);
        early.subscribe("$share/ingest/v1/+/+/telemetry", 1).waitForCompletion();
        early.disconnect().waitForCompletion();

        Set<String> acknowledged = publish(port);
        assertThat(folder.resolve("data/paging")).isNotEmptyDirectory();
        killed.destroyForcibly().waitFor();
        Process restarted = JavaProgram.broker(folder.resolve("data"), port).start(folder.resolve("broker.log"));
        try {
            MqttAsyncClient late = connected(port, "ingest-0", received);

            assertThat(acknowledged).hasSize(MESSAGES);
            await().atMost(PATIENCE).until(() -> received.size() >= MESSAGES);
            assertThat(received).isEqualTo(acknowledged);
            late.disconnect().waitForCompletion();
        } finally {
            restarted.destroy();
            restarted.waitFor();
        }
    }

    private static Set<String> publish(int port) throws MqttException {
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        MqttAsyncClient publisher = connected(port, "device-7", ConcurrentHashMap.newKeySet());
        for (int i = 0; i < MESSAGES; i++) {
            String text = String.valueOf(i);
            IMqttToken token =
                    publisher.publish("v1/fulda/device-7/telemetry", text.getBytes(StandardCharsets.UTF_8), 1, false);
            if (i % 500 == 499) {
                token.waitForCompletion();
            }
            acknowledged.add(text);
        }
        await().atMost(PATIENCE).until(() -> publisher.getPendingTokens().length == 0);
        publisher.disconnect().waitForCompletion();
        return acknowledged;
    }

    private static MqttAsyncClient connected(int port, String id, Set<String> received) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(MqttException.class)
                .until(() -> connect(port, id, received), MqttAsyncClient::isConnected);
    }

    private static MqttAsyncClient connect(int port, String id, Set<String> received) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        client.setCallback(new Collecting(received));
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        options.setReceiveMaximum(4_000);
        options.setConnectionTimeout(5);
        client.connect(options).waitForCompletion();
        return client;
    }
}
