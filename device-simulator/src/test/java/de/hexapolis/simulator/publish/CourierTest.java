package de.hexapolis.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.ArtemisBroker;
import de.hexapolis.servers.BrokerServer;
import de.hexapolis.simulator.console.Unavailable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CourierTest {
    private final String topic = "courier-test/" + UUID.randomUUID();
    private final Kept kept = new Kept();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void deliversEachTicketOnceOverAGoodConnection() throws MqttException, InterruptedException {
        String uri = BrokerServer.open().address().toString();
        try (Listener listener = new Listener(uri, topic);
                Courier courier = new Courier(route(uri, 50), kept)) {
            for (long ticket = 0; ticket < 1_000; ticket++) {
                courier.send(ticket);
            }
            assertThat(courier.drain(Duration.ofSeconds(30))).isTrue();
            assertThat(kept.acknowledged).hasSize(1_000);
            assertThat(courier.connections()).isEqualTo(1);
            await().until(() -> listener.heard().size() == 1_000);
        }
    }

    @Test
    void sendsAgainWhatALostConnectionLeftUnanswered() throws Exception {
        int port = freePort();
        ArtemisBroker broker = ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("broker"), port));
        String uri = broker.address().toString();
        try (Listener listener = new Listener(uri, topic);
                Courier courier = new Courier(route(uri, 200), kept)) {
            Thread restart = new Thread(() -> broker.close());
            for (long ticket = 0; ticket < 5_000; ticket++) {
                courier.send(ticket);
                if (ticket == 1_000) {
                    restart.start();
                    restart.join();
                    ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("broker"), port));
                    listener.resume(uri);
                }
            }
            assertThat(courier.drain(Duration.ofSeconds(60))).isTrue();
            assertThat(courier.connections()).isGreaterThan(1);
            assertThat(kept.acknowledged).hasSize(5_000);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> different(listener).size() == 5_000);
        }
    }

    @Test
    void answersItselfForWhatTheBrokerWouldCutTheConnectionFor() throws InterruptedException {
        String uri = BrokerServer.open().address().toString();
        try (Courier courier = new Courier(route(uri, 10), new Kept() {
            @Override
            public Outgoing message(long ticket) {
                return new Outgoing(topic, new byte[ticket == 1 ? 1_000_000 : 10]);
            }

            @Override
            public void refused(long ticket, int reasonCode) {
                assertThat(reasonCode).isEqualTo(0x95);
                super.refused(ticket, reasonCode);
            }
        })) {
            for (long ticket = 0; ticket < 3; ticket++) {
                courier.send(ticket);
            }
            assertThat(courier.drain(Duration.ofSeconds(10))).isTrue();
            assertThat(courier.connections()).isEqualTo(1);
        }
    }

    @Test
    void givesUpWhenItsPatienceIsOverAndNamesTheBroker() throws IOException {
        String nowhere = "tcp://127.0.0.1:" + freePort();
        try (Courier courier =
                new Courier(new Courier.Route(BrokerAddress.of(nowhere), "impatient", 1, Duration.ZERO), kept)) {
            assertThatThrownBy(() -> courier.send(0))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining(nowhere);
        }
    }

    @Test
    void drainsNoLongerThanItMayAlthoughTheBrokerIsGone() throws IOException, InterruptedException {
        try (OneAnswerBroker broker = OneAnswerBroker.silent();
                Courier courier = new Courier(route(broker.uri(), 10), kept)) {
            courier.send(0);
            broker.vanish();
            long started = System.nanoTime();
            assertThat(courier.drain(Duration.ofSeconds(1))).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private Courier.Route route(String uri, int window) {
        return new Courier.Route(BrokerAddress.of(uri), "courier-" + UUID.randomUUID(), window, Duration.ofSeconds(60));
    }

    private static Set<String> different(Listener listener) {
        return listener.heard().stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private class Kept implements Outbox {
        final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        final Set<Long> refused = ConcurrentHashMap.newKeySet();

        @Override
        public Outgoing message(long ticket) {
            return new Outgoing(topic, Long.toString(ticket).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void acknowledged(long ticket) {
            acknowledged.add(ticket);
        }

        @Override
        public void refused(long ticket, int reasonCode) {
            refused.add(ticket);
        }
    }
}
