package de.hexapolis.trials.wire;

import de.hexapolis.trials.wire.MqttPacket.Published;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Remembers each message that the broker hands out, and shows it to a witness when its PUBACK comes, before the broker
 * sees that. Thread-safe; one connection.
 */
public final class AcknowledgementTap implements Tap {
    private final BiConsumer<String, String> witness;
    private final Map<Integer, Published> unacknowledged = new ConcurrentHashMap<>();
    private final PacketSplitter client = new PacketSplitter(this::sent);
    private final PacketSplitter server = new PacketSplitter(this::delivered);

    /** @param witness is told topic and payload of each acknowledged message, in the order of the PUBACKs */
    public AcknowledgementTap(BiConsumer<String, String> witness) {
        this.witness = witness;
    }

    @Override
    public void fromClient(byte[] bytes, int length) {
        client.add(bytes, length);
    }

    @Override
    public void fromServer(byte[] bytes, int length) {
        server.add(bytes, length);
    }

    private void delivered(MqttPacket packet) {
        if (packet.isAcknowledged()) {
            Published message = packet.published();
            unacknowledged.put(message.id(), message);
        }
    }

    private void sent(MqttPacket packet) {
        if (packet.type() == MqttPacket.PUBACK) {
            Published message = unacknowledged.remove(packet.acknowledgedId());
            witness.accept(
                    message == null ? "packet " + packet.acknowledgedId() : message.topic(),
                    message == null ? "never delivered" : message.payload());
        }
    }
}
