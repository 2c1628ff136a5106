package de.hexapolis.simulator.publish;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Of all that Paho calls back for, the end of the connection; a publisher receives nothing. */
record DownListener(Runnable down) implements MqttCallback {
    @Override
    public void disconnected(MqttDisconnectResponse response) {
        down.run();
    }

    @Override
    public void mqttErrorOccurred(MqttException error) {
        down.run();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
