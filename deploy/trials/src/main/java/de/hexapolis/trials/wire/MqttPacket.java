package de.hexapolis.trials.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A control packet of MQTT 5, as far as the tap needs it. Immutable.
 *
 * @param type 3 PUBLISH, 4 PUBACK
 * @param flags the lower half of the first byte
 * @param body behind the fixed header
 */
record MqttPacket(int type, int flags, ByteBuffer body) {
    static final int PUBLISH = 3;
    static final int PUBACK = 4;

    static MqttPacket of(byte[] bytes) {
        int start = 1;
        while ((bytes[start] & 0x80) != 0) {
            start++;
        }
        start++;
        return new MqttPacket(
                (bytes[0] >> 4) & 0x0f,
                bytes[0] & 0x0f,
                ByteBuffer.wrap(bytes, start, bytes.length - start).slice().asReadOnlyBuffer());
    }

    /** Of a PUBACK. */
    int acknowledgedId() {
        return body.getShort(0) & 0xffff;
    }

    /** Whether this is a PUBLISH that wants a PUBACK. */
    boolean isAcknowledged() {
        return type == PUBLISH && ((flags >> 1) & 3) == 1;
    }

    /** Of a PUBLISH with QoS 1. */
    Published published() {
        ByteBuffer rest = body.duplicate();
        byte[] topic = new byte[rest.getShort() & 0xffff];
        rest.get(topic);
        int id = rest.getShort() & 0xffff;
        int properties = variableInteger(rest);
        rest.position(rest.position() + properties);
        byte[] payload = new byte[rest.remaining()];
        rest.get(payload);
        return new Published(
                id, new String(topic, StandardCharsets.UTF_8), new String(payload, StandardCharsets.UTF_8));
    }

    private static int variableInteger(ByteBuffer bytes) {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    /** A message on its way to a subscriber. */
    record Published(int id, String topic, String payload) {}
}
