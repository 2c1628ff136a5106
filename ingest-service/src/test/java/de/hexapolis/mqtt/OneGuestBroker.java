package de.hexapolis.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** As much of a broker as one connection needs, for tests that say themselves what it answers. Owns one thread. */
final class OneGuestBroker implements AutoCloseable {
    private final ServerSocket door;

    /** What the broker says. */
    interface Manners {
        void welcome(OutputStream guest) throws IOException;

        void answer(byte[] packet, OutputStream guest) throws IOException;
    }

    OneGuestBroker(String name, Manners manners) throws IOException {
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread broker = new Thread(() -> serve(manners), name);
        broker.setDaemon(true);
        broker.start();
    }

    /** {@code tcp://host:port}. */
    String address() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    /** What kind of MQTT packet it is: the upper half of its first byte. */
    static int kind(byte[] packet) {
        return (packet[0] & 0xff) >> 4;
    }

    private void serve(Manners manners) {
        try (Socket guest = door.accept()) {
            DataInputStream in = new DataInputStream(guest.getInputStream());
            OutputStream out = guest.getOutputStream();
            packet(in);
            manners.welcome(out);
            while (true) {
                manners.answer(packet(in), out);
            }
        } catch (IOException gone) {
            // the guest has left, or the test is over
        }
    }

    /** The first byte of a packet and what follows its length. */
    private static byte[] packet(DataInputStream in) throws IOException {
        byte type = in.readByte();
        int length = 0;
        int part;
        int shift = 0;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
            shift += 7;
        } while (part > 0x7f);
        byte[] packet = new byte[length + 1];
        packet[0] = type;
        in.readFully(packet, 1, length);
        return packet;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
