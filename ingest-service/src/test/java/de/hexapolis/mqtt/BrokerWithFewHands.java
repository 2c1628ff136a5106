package de.hexapolis.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes one connection and acknowledges late; counts how many messages were ever under way to it at once. */
final class BrokerWithFewHands implements AutoCloseable {
    private static final int PUBLISH = 3;

    private final int receiveMaximum;
    private final ServerSocket door;
    private final Deque<byte[]> held = new ArrayDeque<>();
    private int taken;
    private int mostAtOnce;

    BrokerWithFewHands(int receiveMaximum) throws IOException {
        this.receiveMaximum = receiveMaximum;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread broker = new Thread(this::serve, "few-hands");
        broker.setDaemon(true);
        broker.start();
    }

    /** {@code tcp://host:port}. */
    String address() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    private void serve() {
        try (Socket socket = door.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            packet(in);
            // CONNACK with the property receive maximum
            out.write(new byte[] {0x20, 6, 0, 0, 3, 0x21, 0, (byte) receiveMaximum});
            Thread answering = new Thread(() -> acknowledge(out), "few-hands-answers");
            answering.setDaemon(true);
            answering.start();
            while (true) {
                byte[] packet = packet(in);
                if ((packet[0] & 0xff) >> 4 == PUBLISH) {
                    int topic = ((packet[1] & 0xff) << 8) + (packet[2] & 0xff);
                    hold(new byte[] {0x40, 2, packet[3 + topic], packet[4 + topic]});
                }
            }
        } catch (IOException gone) {
            // the publisher has left
        }
    }

    private synchronized void hold(byte[] acknowledgement) {
        held.add(acknowledgement);
        taken++;
        mostAtOnce = Math.max(mostAtOnce, held.size());
    }

    private void acknowledge(OutputStream out) {
        try {
            while (true) {
                Thread.sleep(5);
                synchronized (this) {
                    if (!held.isEmpty()) {
                        out.write(held.remove());
                    }
                }
            }
        } catch (IOException | InterruptedException gone) {
            // nobody is there to be answered
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
