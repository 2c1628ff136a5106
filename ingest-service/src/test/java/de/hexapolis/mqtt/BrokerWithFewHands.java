package de.hexapolis.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes one connection and acknowledges late; counts how many messages were ever under way to it at once. */
final class BrokerWithFewHands implements AutoCloseable, OneGuestBroker.Manners {
    private static final int PUBLISH = 3;

    private final int receiveMaximum;
    private final OneGuestBroker broker;
    private final Deque<byte[]> held = new ArrayDeque<>();
    private int taken;
    private int mostAtOnce;

    BrokerWithFewHands(int receiveMaximum) throws IOException {
        this.receiveMaximum = receiveMaximum;
        this.broker = new OneGuestBroker("few-hands", this);
    }

    /** {@code tcp://host:port}. */
    String address() {
        return broker.address();
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public void welcome(OutputStream guest) throws IOException {
        // CONNACK with the property receive maximum
        guest.write(new byte[] {0x20, 6, 0, 0, 3, 0x21, 0, (byte) receiveMaximum});
        Thread answering = new Thread(() -> acknowledge(guest), "few-hands-answers");
        answering.setDaemon(true);
        answering.start();
    }

    @Override
    public void answer(byte[] packet, OutputStream guest) {
        if (OneGuestBroker.kind(packet) == PUBLISH) {
            int topic = ((packet[1] & 0xff) << 8) + (packet[2] & 0xff);
            hold(new byte[] {0x40, 2, packet[3 + topic], packet[4 + topic]});
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

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
