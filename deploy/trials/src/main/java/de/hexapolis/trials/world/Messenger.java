package de.hexapolis.trials.world;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Publishes single messages of our own format, QoS 1, and waits for each PUBACK. One thread. */
public final class Messenger implements AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    private final MqttAsyncClient client;

    /** Connects. */
    public Messenger(URI broker) {
        try {
            client = new MqttAsyncClient(broker.toString(), "messenger-" + UUID.randomUUID(), new MemoryPersistence());
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setAutomaticReconnect(false);
            client.connect(options).waitForCompletion(PATIENCE_MS);
        } catch (MqttException refused) {
            throw new IllegalStateException("cannot connect to " + broker, refused);
        }
    }

    /** A reading of {@code fill_level}; returns when the broker has it. */
    public void publish(String city, String device, Instant observedAt, double value) {
        publish(city, device, "fill_level", observedAt, value);
    }

    /** A reading of a quantity; returns when the broker has it. */
    public void publish(String city, String device, String quantity, Instant observedAt, double value) {
        String payload = String.format(
                Locale.ROOT,
                "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"%s\",\"value\":%.4f}]}",
                observedAt,
                quantity,
                value);
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        try {
            client.publish("v1/%s/%s/telemetry".formatted(city, device), message)
                    .waitForCompletion(PATIENCE_MS);
        } catch (MqttException lost) {
            throw new IllegalStateException("no PUBACK for a message of " + device, lost);
        }
    }

    @Override
    @SuppressWarnings("EmptyCatch")
    public void close() {
        try {
            client.disconnectForcibly(0, 500, false);
            client.close(true);
        } catch (MqttException alreadyGone) {
            // as wanted
        }
    }
}
