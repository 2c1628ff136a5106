package de.hexapolis.servers;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Clients with a session that outlives their connection. */
final class Client {
    private Client() {}

    static MqttAsyncClient connected(ArtemisBroker broker, String id) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(broker.address().toString(), id, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        options.setReceiveMaximum(4_000);
        client.connect(options).waitForCompletion();
        return client;
    }
}
