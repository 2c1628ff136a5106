package de.hexapolis.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Publishes as a device does, QoS 1. */
final class Publisher implements AutoCloseable {
    private final MqttClient client;

    Publisher(String broker) throws MqttException {
        client = new MqttClient(broker, "publisher-" + UUID.randomUUID(), new MemoryPersistence());
        client.connect();
    }

    void publish(String topic, String payload) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }
}
