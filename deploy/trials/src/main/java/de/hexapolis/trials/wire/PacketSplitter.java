package de.hexapolis.trials.wire;

import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes into MQTT control packets. One thread. */
final class PacketSplitter {
    private final Consumer<MqttPacket> packets;
    private byte[] waiting = new byte[0];

    PacketSplitter(Consumer<MqttPacket> packets) {
        this.packets = packets;
    }

    void add(byte[] bytes, int length) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(bytes, 0, all, waiting.length, length);
        int from = 0;
        for (int end = end(all, from); end > 0; end = end(all, from)) {
            packets.accept(MqttPacket.of(Arrays.copyOfRange(all, from, end)));
            from = end;
        }
        waiting = Arrays.copyOfRange(all, from, all.length);
    }

    /** Where the packet ends that begins here; 0 if it is not all there yet. */
    private static int end(byte[] bytes, int from) {
        int length = 0;
        for (int at = from + 1, shift = 0; at < bytes.length && shift < 28; at++, shift += 7) {
            length |= (bytes[at] & 0x7f) << shift;
            if ((bytes[at] & 0x80) == 0) {
                int end = at + 1 + length;
                return end <= bytes.length ? end : 0;
            }
        }
        return 0;
    }
}
