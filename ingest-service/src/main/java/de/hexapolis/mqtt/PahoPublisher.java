package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes over Eclipse Paho to the broker of a source, with its credentials. One client object per connection, thrown
 * away with it; nothing of it is kept by the broker. One at a time publishes, others wait.
 */
final class PahoPublisher implements RetainedPublisher {
    private static final int LEAST_FAILURE = 0x80;

    /** Topic name invalid, packet too large, payload format invalid. */
    private static final Set<Integer> NEVER = Set.of(0x90, 0x95, 0x99);

    private static final int ROOM_AGAIN_MS = 2;

    private final Source source;
    private @Nullable MqttAsyncClient standing;

    PahoPublisher(Source source) {
        this.source = source;
    }

    @Override
    public synchronized List<Answer> publish(List<State> states, Duration patience)
            throws PublishFailed, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            List<Answer> answers = answers(connected(deadline), states, deadline);
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while publishing");
            }
            return answers;
        } catch (MqttException | SessionRefused failed) {
            drop();
            throw new PublishFailed("the broker at %s: %s".formatted(source.broker(), failed.getMessage()), failed);
        }
    }

    private static List<Answer> answers(MqttAsyncClient client, List<State> states, long deadline)
            throws MqttException, InterruptedException {
        List<Optional<IMqttToken>> tokens = new ArrayList<>();
        for (State state : states) {
            tokens.add(handedOver(client, state, deadline));
        }
        List<Answer> answers = new ArrayList<>();
        for (Optional<IMqttToken> token : tokens) {
            if (token.isPresent()) {
                token.get().waitForCompletion(millisUntil(deadline));
            }
            answers.add(token.map(PahoPublisher::answer).orElse(Answer.NEVER));
        }
        return answers;
    }

    /**
     * Waits while as many are on their way as the broker receives at once (receive maximum). Empty if it is larger than the
     * broker takes.
     */
    private static Optional<IMqttToken> handedOver(MqttAsyncClient client, State state, long deadline)
            throws MqttException, InterruptedException {
        while (true) {
            try {
                return Optional.of(client.publish(state.topic(), message(state)));
            } catch (MqttException refused) {
                int reason = refused.getReasonCode();
                if (reason == MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE) {
                    return Optional.empty();
                }
                if (reason != MqttClientException.REASON_CODE_MAX_INFLIGHT || System.nanoTime() > deadline) {
                    throw refused;
                }
                Thread.sleep(ROOM_AGAIN_MS);
            }
        }
    }

    private MqttAsyncClient connected(long deadline) throws MqttException, SessionRefused {
        MqttAsyncClient known = standing;
        if (known != null && known.isConnected()) {
            return known;
        }
        drop();
        MqttAsyncClient client =
                new MqttAsyncClient(source.broker(), source.clientId() + "-publish", new MemoryPersistence());
        standing = client;
        client.connect(options()).waitForCompletion(millisUntil(deadline));
        return client;
    }

    private MqttConnectionOptions options() throws SessionRefused {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setKeepAliveInterval((int) source.keepAlive().toSeconds());
        options.setConnectionTimeout(10);
        options.setAutomaticReconnect(false);
        source.username().ifPresent(options::setUserName);
        Credentials.password(source).ifPresent(text -> options.setPassword(text.getBytes(StandardCharsets.UTF_8)));
        Credentials.sockets(source).ifPresent(options::setSocketFactory);
        return options;
    }

    private static MqttMessage message(State state) {
        MqttProperties properties = new MqttProperties();
        properties.setContentType(state.contentType());
        properties.setUserProperties(List.of(new UserProperty("id", state.id())));
        state.expiry().ifPresent(expiry -> properties.setMessageExpiryInterval(Math.max(1, expiry.toSeconds())));
        MqttMessage message = new MqttMessage(state.payload(), 1, true, properties);
        return message;
    }

    private static Answer answer(IMqttToken token) {
        int[] reasons = token.getReasonCodes();
        if (reasons == null || reasons.length == 0 || reasons[0] < LEAST_FAILURE) {
            return Answer.TAKEN;
        }
        return NEVER.contains(reasons[0]) ? Answer.NEVER : Answer.NOT_NOW;
    }

    /** Paho takes 0 for ever. */
    private static long millisUntil(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    private void drop() {
        MqttAsyncClient client = standing;
        standing = null;
        if (client != null) {
            Farewell.say(
                    source.name() + "-publish",
                    client.isConnected() ? () -> client.disconnect(500).waitForCompletion(1_000) : () -> {},
                    () -> client.disconnectForcibly(0, 0, false),
                    () -> client.close(true));
        }
    }

    @Override
    public synchronized void close() {
        drop();
    }
}
