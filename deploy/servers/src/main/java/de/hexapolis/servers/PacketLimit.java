package de.hexapolis.servers;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Refuses what is published over MQTT 3.1.1 beyond the packet limit: the connection ends without PUBACK. Thread-safe.
 *
 * <p>Artemis itself compares only MQTT 5 packets with its limit, and tells their publisher. Any other it would
 * acknowledge, however large, and then throw away for each subscriber to whom it is too large.
 */
public final class PacketLimit implements MQTTInterceptor {
    /** One limit with the clients: 64 KiB of payload, and a little for the topic and the header. */
    public static final int BYTES = 64 * 1024 + 1024;

    /** Over MQTT 5 the same message has a length of its properties, though it has none. */
    private static final int NO_PROPERTIES_BYTES = 1;

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttPublishMessage publish && isLegacy(publish) && isTooLarge(publish)) {
            releaseLater(publish, connection);
            return false;
        }
        return true;
    }

    private static boolean isLegacy(MqttPublishMessage publish) {
        return publish.variableHeader().properties() == MqttProperties.NO_PROPERTIES;
    }

    private static boolean isTooLarge(MqttPublishMessage publish) {
        return MQTTUtil.calculateMessageSize(publish) + NO_PROPERTIES_BYTES > BYTES;
    }

    /** Nobody else frees the payload of a packet that is refused; the broker still looks at it until this call is over. */
    private static void releaseLater(MqttPublishMessage publish, RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof NettyConnection socket) {
            socket.getEventLoop().execute(publish::release);
        }
    }
}
