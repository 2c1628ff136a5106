package de.hexapolis.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * MQTT 5 over Eclipse Paho with manual acknowledgement. The client object serves this one connection: Paho's own
 * reconnect can hang for ever when a callback is busy as the connection drops, and a client object that is used again
 * would acknowledge whatever now carries an old packet id.
 */
final class PahoSession implements MqttSession {
    private static final long CONNECT_TIMEOUT_MS = 10_000;

    private final Source source;
    private final AtomicBoolean gone = new AtomicBoolean();
    /** Seen by the contract test, which takes it apart. */
    final MqttAsyncClient client;

    PahoSession(Source source) throws SessionRefused {
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
        try {
            client.connect(options()).waitForCompletion(CONNECT_TIMEOUT_MS);
            IMqttToken granted = client.subscribe(source.filter(), source.qos());
            granted.waitForCompletion(CONNECT_TIMEOUT_MS);
            SubscriptionAnswer.check(source, granted.getReasonCodes());
        } catch (MqttException refused) {
            throw new SessionRefused(describe(refused), refused);
        } catch (IllegalArgumentException refused) {
            // the client library refuses a filter itself, where the broker says that it shares no subscriptions
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

    private MqttConnectionOptions options() throws SessionRefused {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(source.sessionExpiry().toSeconds());
        options.setReceiveMaximum(source.receiveMaximum());
        options.setMaximumPacketSize(Source.LARGEST_PACKET_BYTES);
        options.setKeepAliveInterval((int) source.keepAlive().toSeconds());
        options.setConnectionTimeout((int) (CONNECT_TIMEOUT_MS / 1_000));
        options.setAutomaticReconnect(false);
        source.username().ifPresent(options::setUserName);
        Credentials.password(source).ifPresent(text -> options.setPassword(text.getBytes(StandardCharsets.UTF_8)));
        Credentials.sockets(source).ifPresent(options::setSocketFactory);
        return options;
    }

    private static String describe(MqttException refused) {
        Throwable cause = refused.getCause();
        return cause == null
                ? "%s (reason %d)".formatted(refused.getMessage(), refused.getReasonCode())
                : cause.toString();
    }

    private final class Callback implements MqttCallback {
        private final Listener listener;

        private Callback(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.arrived(
                    PahoSession.this, message.getQos() == 0 ? 0 : message.getId(), topic, message.getPayload());
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            if (!gone.getAndSet(true)) {
                MqttException cause = response.getException();
                listener.down(
                        PahoSession.this, cause == null ? String.valueOf(response.getReasonString()) : describe(cause));
            }
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            // followed by disconnected where the connection did not survive it
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
