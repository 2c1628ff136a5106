package de.hexapolis.simulator.publish;

import de.hexapolis.telemetry.socket.CoalescingSockets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * One connection of one Paho client object, never used again after it went down (Paho's own reconnect can hang).
 * Thread-safe: the courier's thread publishes, Paho's thread hears the answers.
 *
 * <p>At most as many messages are in flight as the broker's receive maximum admits; each has a slot.
 */
final class PahoSession {
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CONNECT_SECONDS = 10;
    private static final long FREE = -1;
    /** MQTT 5's "packet too large": what we answer ourselves for a message that the broker would cut us off for. */
    private static final int TOO_LARGE = 0x95;

    /** Hears what became of each ticket; called without any lock held. */
    interface Answers {
        void answered(long ticket, int reasonCode);

        void down();
    }

    private final MqttAsyncClient client;
    private final Answers answers;
    private long[] ticketBySlot = {};
    private int[] freeSlots = {};
    private int free;
    private long largestPacket = Long.MAX_VALUE;
    private boolean down;

    private PahoSession(MqttAsyncClient client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    /** @throws MqttException if the broker cannot be reached in time, or refuses */
    static PahoSession open(Courier.Route route, Deadline end, Answers answers) throws MqttException {
        BrokerAddress broker = route.broker();
        MqttAsyncClient client = new MqttAsyncClient(broker.uri(), route.clientId(), new MemoryPersistence());
        PahoSession session = new PahoSession(client, answers);
        client.setCallback(new DownListener(session::goDown));
        try {
            IMqttToken connect = client.connect(options(broker));
            connect.waitForCompletion(end.millis((CONNECT_SECONDS + 1) * 1_000L));
            session.admit(route.window(), Optional.ofNullable(connect.getResponseProperties()));
            return session;
        } catch (MqttException failed) {
            session.abandon();
            throw failed;
        }
    }

    private static MqttConnectionOptions options(BrokerAddress broker) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        if (broker.isPlain()) {
            options.setSocketFactory(new CoalescingSockets());
        }
        broker.username().ifPresent(options::setUserName);
        broker.password().ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        return options;
    }

    private synchronized void admit(int window, Optional<MqttProperties> ofBroker) {
        int receiveMaximum = ofBroker.map(MqttProperties::getReceiveMaximum).orElse(65_535);
        int size = Math.max(1, Math.min(window, receiveMaximum));
        largestPacket = ofBroker.map(MqttProperties::getMaximumPacketSize).orElse(Long.MAX_VALUE);
        ticketBySlot = new long[size];
        Arrays.fill(ticketBySlot, FREE);
        freeSlots = new int[size];
        for (int slot = 0; slot < size; slot++) {
            freeSlots[slot] = slot;
        }
        free = size;
    }

    /** Publishes if a slot is free and the connection is up. A message that is too large is answered at once. */
    boolean offer(long ticket, Outgoing message) {
        if (message.payload().length + message.topic().length() + 16 > largestPacket) {
            answers.answered(ticket, TOO_LARGE);
            return true;
        }
        int slot = take(ticket);
        if (slot < 0) {
            return false;
        }
        try {
            client.publish(message.topic(), new MqttMessage(message.payload(), 1, false, null), null, new Slot(slot));
        } catch (MqttException failed) {
            goDown();
        }
        return true;
    }

    private synchronized int take(long ticket) {
        if (down || free == 0) {
            return -1;
        }
        int slot = freeSlots[--free];
        ticketBySlot[slot] = ticket;
        return slot;
    }

    synchronized boolean isUp() {
        return !down;
    }

    /** What this session has sent and not heard of, in the order of tickets; answers that come later are dropped. */
    List<Long> abandonUnanswered() {
        goDown();
        abandon();
        return unanswered();
    }

    private synchronized List<Long> unanswered() {
        return Arrays.stream(ticketBySlot)
                .filter(ticket -> ticket != FREE)
                .sorted()
                .boxed()
                .toList();
    }

    private void goDown() {
        synchronized (this) {
            if (down) {
                return;
            }
            down = true;
        }
        answers.down();
    }

    private void answer(int slot, int reasonCode) {
        long ticket;
        synchronized (this) {
            ticket = ticketBySlot[slot];
            if (down || ticket == FREE) {
                return;
            }
            ticketBySlot[slot] = FREE;
            freeSlots[free++] = slot;
        }
        answers.answered(ticket, reasonCode);
    }

    /** Takes leave if that is possible at once, and lets the client's threads end. */
    void close() {
        try {
            client.disconnect(0).waitForCompletion(2_000);
        } catch (MqttException gone) {
            // what is gone needs no leave
        }
        abandon();
    }

    /** Ends the client's threads on a thread of its own: with a dead peer that may block. */
    private void abandon() {
        Thread closing = new Thread(
                () -> {
                    try {
                        client.disconnectForcibly(0, 0, false);
                        client.close(true);
                    } catch (MqttException alreadyClosed) {
                        // closed is what we want
                    }
                },
                "mqtt-close");
        closing.setDaemon(true);
        closing.start();
    }

    /** The answer to one publish. */
    private final class Slot implements MqttActionListener {
        private final int slot;

        Slot(int slot) {
            this.slot = slot;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            int[] reasonCodes = token.getReasonCodes();
            answer(slot, reasonCodes == null || reasonCodes.length == 0 ? 0 : reasonCodes[0]);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            goDown();
        }
    }
}
