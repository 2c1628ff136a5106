package de.hexapolis.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes as an MQTT 3.1.1 device does, QoS 1. */
final class LegacyPublisher {
    private static final long LONGEST_MS = 10_000;

    private LegacyPublisher() {}

    /**
     * Returns when the message is acknowledged.
     *
     * @throws MqttException if the connection ends first
     */
    static void publish(String broker, String topic, String payload) throws MqttException {
        try (MqttClient client = new MqttClient(broker, "legacy-" + UUID.randomUUID(), new MemoryPersistence())) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
            client.setTimeToWait(LONGEST_MS);
            client.connect(options);
            client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
            client.disconnect();
        }
    }
}
