package de.hexapolis.simulator.publish;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A subscriber that keeps what it hears; its session outlives its connection, {@link #resume} goes on with it. */
public final class Listener implements AutoCloseable, MqttCallback {
    private final Queue<Outgoing> heard = new ConcurrentLinkedQueue<>();
    private final String clientId = "listener-" + UUID.randomUUID();
    private MqttAsyncClient client;

    public Listener(String uri, String filter) throws MqttException {
        client = connect(uri);
        client.subscribe(filter, 1).waitForCompletion();
    }

    /** Connects again, as the same client, after the broker was away. */
    public void resume(String uri) throws MqttException {
        client = connect(uri);
    }

    public List<Outgoing> heard() {
        return List.copyOf(heard);
    }

    private MqttAsyncClient connect(String uri) throws MqttException {
        MqttAsyncClient next = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
        next.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(600L);
        options.setReceiveMaximum(4_000);
        next.connect(options).waitForCompletion();
        return next;
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(5_000);
        }
        client.close();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.add(new Outgoing(topic, message.getPayload()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
