package de.hexapolis.simulator.publish;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of an MQTT 5 broker as it takes to welcome everybody and to answer each publish with one reason code, or never.
 * Thread-safe.
 */
public final class OneAnswerBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PING = 12;

    private final ServerSocket door;
    private final OptionalInt reasonCode;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

    private OneAnswerBroker(OptionalInt reasonCode) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.reasonCode = reasonCode;
        start(this::welcome);
    }

    public static OneAnswerBroker answering(int reasonCode) throws IOException {
        return new OneAnswerBroker(OptionalInt.of(reasonCode));
    }

    /** Takes every message and never says what became of it. */
    public static OneAnswerBroker silent() throws IOException {
        return new OneAnswerBroker(OptionalInt.empty());
    }

    public String uri() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        vanish();
    }

    /** Is gone at once: connections break, and nobody is at the door any more. */
    public void vanish() throws IOException {
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }

    private void welcome() throws IOException {
        while (!door.isClosed()) {
            Socket guest = door.accept();
            guests.add(guest);
            start(() -> serve(guest));
        }
    }

    private void serve(Socket guest) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(guest.getInputStream()));
                OutputStream out = guest.getOutputStream()) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                ByteBuffer packet = ByteBuffer.wrap(in.readNBytes(length(in)));
                switch (first >> 4) {
                    case CONNECT -> out.write(new byte[] {0x20, 3, 0, 0, 0});
                    case PUBLISH -> answer(packet, out);
                    case PING -> out.write(new byte[] {(byte) 0xd0, 0});
                    default -> {}
                }
                out.flush();
            }
        }
    }

    private void answer(ByteBuffer publish, OutputStream out) throws IOException {
        int topicLength = publish.getShort(0);
        short packetId = publish.getShort(2 + topicLength);
        if (reasonCode.isPresent()) {
            out.write(ByteBuffer.allocate(5)
                    .put((byte) 0x40)
                    .put((byte) 3)
                    .putShort(packetId)
                    .put((byte) reasonCode.getAsInt())
                    .array());
        }
    }

    /** Seven bits a byte, the lowest first. */
    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.readUnsignedByte();
            length |= (next & 0x7f) << shift;
            if (next < 0x80) {
                break;
            }
        }
        return length;
    }

    private static void start(Talk talk) {
        Thread thread = new Thread(
                () -> {
                    try {
                        talk.run();
                    } catch (IOException gone) {
                        // a guest that has left, or the end of the test
                    }
                },
                "one-answer-broker");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Talk {
        void run() throws IOException;
    }
}
