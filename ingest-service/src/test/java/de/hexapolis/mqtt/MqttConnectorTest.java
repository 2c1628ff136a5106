package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All sources together, with connections that the test controls: how they stop, and whether they are ready. */
class MqttConnectorTest {
    private final Map<String, ScriptedSession> sessions = new ConcurrentHashMap<>();
    private final List<Message<?>> batches = new CopyOnWriteArrayList<>();
    private final MqttConnector connector = new MqttConnector(
            Sources.mapped(settingsOf("bins", "trees")),
            new SimpleMeterRegistry(),
            PlatformClock.realTime(),
            source -> sessions.computeIfAbsent(source.name(), name -> new ScriptedSession()));

    @AfterEach
    void stop() {
        connector.stop(new ShutdownEvent());
    }

    @Test
    void storesAndAcknowledgesWhatIsUnderWayBeforeItSaysGoodbye() {
        start();
        session("bins").deliver(7);
        await().until(() -> batches.size() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> connector.stop(new ShutdownEvent()));
        await().during(Duration.ofMillis(500)).until(() -> !stopped.isDone() && !session("bins").closed);
        assertThat(session("bins").acknowledged).isEmpty();
        batches.get(0).ack();
        stopped.join();

        assertThat(session("bins").acknowledged).containsExactly(7);
        assertThat(sessions.values()).allMatch(session -> session.closedOrderly);
    }

    @Test
    void emitsNothingThatComesWhileItStops() {
        start();
        session("bins").deliver(7);
        await().until(() -> batches.size() == 1);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> connector.stop(new ShutdownEvent()));
        await().until(() -> !Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .toList()
                .contains("mqtt-feed-bins"));

        session("bins").deliver(8);
        batches.get(0).ack();
        stopped.join();

        assertThat(batches).hasSize(1);
        assertThat(session("bins").acknowledged).containsExactly(7);
    }

    @Test
    void isReadyWhileOneOfItsSourcesIsConnected() {
        assertThat(ready().getStatus()).as("before the start").isEqualTo(Status.DOWN);
        session("bins").refusing = true;
        start();

        assertThat(ready().getStatus()).isEqualTo(Status.UP);
        assertThat(states()).containsEntry("trees", "connected").containsEntry("bins", "away: scripted refusal");
    }

    @Test
    void isNotReadyWhenAllItsSourcesAreAway() {
        start();
        session("bins").refusing = true;
        session("trees").refusing = true;
        sessions.values().forEach(ScriptedSession::drop);

        await().untilAsserted(() -> assertThat(states())
                .containsOnly(
                        Map.entry("bins", "away: scripted refusal"), Map.entry("trees", "away: scripted refusal")));
        assertThat(ready().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isReadyWithoutAnySource() {
        MqttConnector none = new MqttConnector(
                Sources.mapped(Map.of()),
                new SimpleMeterRegistry(),
                PlatformClock.realTime(),
                source -> new ScriptedSession());

        assertThat(new SourceReadiness(none).call().getStatus()).isEqualTo(Status.UP);
    }

    private void start() {
        connector.getPublisher(new SmallRyeConfigBuilder().build()).subscribe(new Flow.Subscriber<Message<?>>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Message<?> batch) {
                batches.add(batch);
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        await().until(() -> !states().containsValue("away: not yet connected"));
    }

    private ScriptedSession session(String source) {
        return sessions.computeIfAbsent(source, name -> new ScriptedSession());
    }

    private HealthCheckResponse ready() {
        return new SourceReadiness(connector).call();
    }

    private Map<String, Object> states() {
        return ready().getData().orElseThrow();
    }

    private static Map<String, String> settingsOf(String... names) {
        Map<String, String> all = new HashMap<>();
        for (String name : names) {
            all.putAll(Sources.settings(name));
        }
        return all;
    }
}
