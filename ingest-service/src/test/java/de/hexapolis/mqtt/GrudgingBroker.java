package de.hexapolis.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes one connection, and gives what it asks to subscribe to less than it wants. */
final class GrudgingBroker implements AutoCloseable {
    private static final int SUBSCRIBE = 8;

    private final boolean isLegacy;
    private final int answer;
    private final ServerSocket door;

    /** @param answer the reason code of its SUBACK, or the QoS that it grants */
    GrudgingBroker(boolean isLegacy, int answer) throws IOException {
        this.isLegacy = isLegacy;
        this.answer = answer;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread broker = new Thread(this::serve, "grudging-broker");
        broker.setDaemon(true);
        broker.start();
    }

    /** {@code tcp://host:port}. */
    String address() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        try (Socket socket = door.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            packet(in);
            out.write(isLegacy ? bytes(0x20, 2, 0, 0) : bytes(0x20, 3, 0, 0, 0));
            while (true) {
                byte[] packet = packet(in);
                if ((packet[0] & 0xff) >> 4 == SUBSCRIBE) {
                    out.write(answer(packet[1], packet[2]));
                }
            }
        } catch (IOException gone) {
            // the session has read its answer and left
        }
    }

    private byte[] answer(byte idHigh, byte idLow) {
        return isLegacy ? bytes(0x90, 3, idHigh, idLow, answer) : bytes(0x90, 4, idHigh, idLow, 0, answer);
    }

    /** The first byte of a packet and what follows its length. */
    private static byte[] packet(DataInputStream in) throws IOException {
        byte type = in.readByte();
        int length = 0;
        int part;
        int shift = 0;
        do {
            part = in.readUnsignedByte();
            length += (part & 0x7f) << shift;
            shift += 7;
        } while (part >= 0x80);
        byte[] packet = new byte[1 + length];
        packet[0] = type;
        in.readFully(packet, 1, length);
        return packet;
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
        door.close();
    }
}
