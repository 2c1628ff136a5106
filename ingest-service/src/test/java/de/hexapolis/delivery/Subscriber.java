package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Subscribes to a filter and keeps what comes. */
final class Subscriber implements AutoCloseable {
    final List<Got> got = new CopyOnWriteArrayList<>();
    private final MqttAsyncClient client;

    record Got(String topic, JsonNode event, boolean retained, String idProperty, String contentType) {}

    Subscriber(String broker, String filter) throws MqttException {
        client = new MqttAsyncClient(broker, "subscriber-" + UUID.randomUUID(), new MemoryPersistence());
        client.setCallback(new Keeping());
        client.connect().waitForCompletion(10_000);
        client.subscribe(filter, 1).waitForCompletion(10_000);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(5_000);
        client.close();
    }

    private final class Keeping implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws IOException {
            MqttProperties properties = message.getProperties();
            got.add(new Got(
                    topic,
                    new ObjectMapper().readTree(message.getPayload()),
                    message.isRetained(),
                    properties.getUserProperties().isEmpty()
                            ? ""
                            : properties.getUserProperties().get(0).getValue(),
                    String.valueOf(properties.getContentType())));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
