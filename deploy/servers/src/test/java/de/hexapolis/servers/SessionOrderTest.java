package de.hexapolis.servers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionOrderTest {
    private static final int MESSAGES = 500;

    @TempDir
    private Path folder;

    @Test
    void takesAndDeliversMessagesInOrderWhateverTheThreadsWaitForOtherwise() throws Exception {
        ArtemisBroker.Settings settings = ArtemisBroker.Settings.on(folder.resolve("data"), FreePort.find());
        try (ArtemisBroker broker = ArtemisBroker.start(settings, new WritesOfOthers(), new SessionOrder())) {
            Set<String> received = Collections.synchronizedSet(new LinkedHashSet<>());
            MqttAsyncClient subscriber = Client.connected(broker, "ingest-0");
            subscriber.setCallback(new Collecting(received));
            subscriber.subscribe("$share/ingest/v1/+/+/telemetry", 1).waitForCompletion();
            MqttAsyncClient publisher = Client.connected(broker, "device-7");

            for (int i = 0; i < MESSAGES; i++) {
                byte[] text = String.valueOf(i).getBytes(StandardCharsets.UTF_8);
                publisher.publish("v1/fulda/device-7/telemetry", text, 1, false);
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> received.size() == MESSAGES);
            assertThat(received)
                    .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                            .mapToObj(String::valueOf)
                            .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> publisher.getPendingTokens().length == 0);
            publisher.disconnect().waitForCompletion();
            subscriber.disconnect().waitForCompletion();
        }
    }

    /** Every second message is handled on a thread that carries a context whose write never ends. */
    private static final class WritesOfOthers implements ActiveMQServerPlugin {
        private @Nullable ActiveMQServer broker;
        private int messages;

        @Override
        public void registered(ActiveMQServer server) {
            broker = server;
        }

        @Override
        public void beforeSend(
                ServerSession session,
                Transaction transaction,
                Message message,
                boolean direct,
                boolean noAutoCreateQueue) {
            carry();
        }

        @Override
        public void beforeDeliver(ServerConsumer consumer, MessageReference reference) {
            carry();
        }

        private synchronized void carry() {
            ActiveMQServer server = requireNonNull(broker);
            OperationContext context = server.newOperationContext();
            if (messages++ % 2 == 0) {
                context.storeLineUp();
            }
            server.getStorageManager().setContext(context);
        }
    }
}
