package de.hexapolis.mqtt;

import java.io.IOException;
import java.io.OutputStream;

/** Takes one connection, and gives what it asks to subscribe to less than it wants. */
final class GrudgingBroker implements AutoCloseable, OneGuestBroker.Manners {
    private static final int SUBSCRIBE = 8;

    private final boolean isLegacy;
    private final int answer;
    private final OneGuestBroker broker;

    /** @param answer the reason code of its SUBACK, or the QoS that it grants */
    GrudgingBroker(boolean isLegacy, int answer) throws IOException {
        this.isLegacy = isLegacy;
        this.answer = answer;
        this.broker = new OneGuestBroker("grudging-broker", this);
    }

    /** {@code tcp://host:port}. */
    String address() {
        return broker.address();
    }

    @Override
    public void welcome(OutputStream guest) throws IOException {
        guest.write(isLegacy ? bytes(0x20, 2, 0, 0) : bytes(0x20, 3, 0, 0, 0));
    }

    @Override
    public void answer(byte[] packet, OutputStream guest) throws IOException {
        if (OneGuestBroker.kind(packet) == SUBSCRIBE) {
            guest.write(acknowledgement(packet[1], packet[2]));
        }
    }

    private byte[] acknowledgement(byte idHigh, byte idLow) {
        return isLegacy ? bytes(0x90, 3, idHigh, idLow, answer) : bytes(0x90, 4, idHigh, idLow, 0, answer);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
