package de.hexapolis.kafka;

import de.hexapolis.servers.BrokerServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Devices of Fulda that share a connection; closing returns when the broker has acknowledged all of it. One thread. */
final class Devices implements AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    private final MqttAsyncClient client;
    private final Queue<IMqttToken> ledger = new ArrayDeque<>();

    Devices() throws MqttException {
        client = new MqttAsyncClient(
                BrokerServer.open().address().toString(), "devices-" + UUID.randomUUID(), new MemoryPersistence());
        client.connect().waitForCompletion(PATIENCE_MS);
    }

    /** Publishes a fill level. */
    void measure(String device, Instant observedAt) throws MqttException {
        publish(
                device,
                "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"fill_level\",\"value\":73.5}]}"
                        .formatted(observedAt));
    }

    void publish(String device, String payload) throws MqttException {
        ledger.add(client.publish(
                "v1/fulda/%s/telemetry".formatted(device), payload.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    @Override
    public void close() throws MqttException {
        while (!ledger.isEmpty()) {
            ledger.remove().waitForCompletion(PATIENCE_MS);
        }
        client.disconnect().waitForCompletion(PATIENCE_MS);
        client.close();
    }
}
