package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
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

    private final Source source;
    private @Nullable MqttAsyncClient standing;

    PahoPublisher(Source source) {
        this.source = source;
    }

    @Override
    public synchronized void publish(List<State> states, Duration patience) throws PublishFailed, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            MqttAsyncClient client = connected(deadline);
            List<IMqttToken> tokens = new ArrayList<>();
            for (State state : states) {
                tokens.add(client.publish(state.topic(), message(state)));
            }
            for (IMqttToken token : tokens) {
                token.waitForCompletion(millisUntil(deadline));
                requireTaken(token);
            }
        } catch (MqttException | SessionRefused failed) {
            drop();
            throw new PublishFailed("the broker at %s: %s".formatted(source.broker(), failed.getMessage()), failed);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while publishing");
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

    private static void requireTaken(IMqttToken token) throws SessionRefused {
        int[] reasons = token.getReasonCodes();
        if (reasons != null && reasons.length > 0 && reasons[0] >= LEAST_FAILURE) {
            throw new SessionRefused("refuses a message with reason 0x%x".formatted(reasons[0]));
        }
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
