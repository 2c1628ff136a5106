package de.hexapolis.trials.receivers;

import java.net.URI;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** An MQTT client that is subscribed to all alerts and orders with QoS 1. Thread-safe. */
public final class TopicReceiver implements AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    private final Hearing hearing = new Hearing();
    private final MqttAsyncClient client;

    /** Returns when it is subscribed. */
    public TopicReceiver(URI broker) {
        try {
            client = new MqttAsyncClient(broker.toString(), "receiver-" + UUID.randomUUID(), new MemoryPersistence());
            client.setCallback(new Callback());
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setAutomaticReconnect(false);
            client.connect(options).waitForCompletion(PATIENCE_MS);
            client.subscribe("v1/+/alerts/+", 1).waitForCompletion(PATIENCE_MS);
            client.subscribe("v1/+/orders/+", 1).waitForCompletion(PATIENCE_MS);
        } catch (MqttException refused) {
            throw new IllegalStateException("cannot subscribe at " + broker, refused);
        }
    }

    public Hearing hearing() {
        return hearing;
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

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (message.getPayload().length > 0) {
                hearing.take(message.getPayload());
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String uri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
