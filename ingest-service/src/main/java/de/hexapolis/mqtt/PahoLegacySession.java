package de.hexapolis.mqtt;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * MQTT 3.1.1 over Eclipse Paho's older client, for brokers such as The Things Stack's. There is no receive maximum:
 * what the broker sends beyond the window comes again on the next connection (QoS 1) or is lost and counted (QoS 0).
 */
final class PahoLegacySession implements MqttSession {
    private static final long CONNECT_TIMEOUT_MS = 10_000;

    private final Source source;
    private final AtomicBoolean gone = new AtomicBoolean();
    /** Seen by the contract test, which takes it apart. */
    final MqttAsyncClient client;

    PahoLegacySession(Source source) throws SessionRefused {
        this.source = source;
        try {
            client = new MqttAsyncClient(source.broker(), source.clientId(), new MemoryPersistence());
        } catch (MqttException | IllegalArgumentException refused) {
            throw new SessionRefused(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public void open(Listener listener) throws SessionRefused {
        client.setManualAcks(true);
        client.setCallback(new Callback(listener));
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(false);
        options.setKeepAliveInterval((int) source.keepAlive().toSeconds());
        options.setConnectionTimeout((int) (CONNECT_TIMEOUT_MS / 1_000));
        source.username().ifPresent(options::setUserName);
        Credentials.password(source).ifPresent(text -> options.setPassword(text.toCharArray()));
        Credentials.sockets(source).ifPresent(options::setSocketFactory);
        try {
            client.connect(options).waitForCompletion(CONNECT_TIMEOUT_MS);
            IMqttToken granted = client.subscribe(source.filter(), source.qos());
            granted.waitForCompletion(CONNECT_TIMEOUT_MS);
            SubscriptionAnswer.check(source, granted.getGrantedQos());
        } catch (MqttException refused) {
            throw new SessionRefused(String.valueOf(refused.getMessage()), refused);
        } catch (IllegalArgumentException refused) {
            throw new SessionRefused(
                    "cannot subscribe to '%s': %s".formatted(source.filter(), refused.getMessage()), refused);
        }
    }

    @Override
    public boolean acknowledge(int packetId) {
        if (gone.get()) {
            return false;
        }
        try {
            client.messageArrivedComplete(packetId, 1);
            return true;
        } catch (MqttException | NullPointerException connectionLost) {
            // a null pointer: Paho's client is being taken apart on another thread, its parts are already gone
            return false;
        }
    }

    @Override
    public boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void close(boolean orderly) {
        boolean connected = !gone.getAndSet(true);
        Farewell.say(
                source.name(),
                orderly && connected ? () -> client.disconnect(1_000).waitForCompletion(2_000) : () -> {},
                () -> client.disconnectForcibly(0, 0, false),
                () -> client.close(true));
    }

    private final class Callback implements MqttCallback {
        private final Listener listener;

        private Callback(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.arrived(
                    PahoLegacySession.this, message.getQos() == 0 ? 0 : message.getId(), topic, message.getPayload());
        }

        @Override
        public void connectionLost(Throwable cause) {
            if (!gone.getAndSet(true)) {
                listener.down(PahoLegacySession.this, String.valueOf(cause));
            }
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {}
    }
}
