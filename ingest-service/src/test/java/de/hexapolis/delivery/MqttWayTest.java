package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.delivery.Sent.Fate;
import de.hexapolis.mqtt.Publishers;
import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.servers.BrokerServer;
import de.hexapolis.servers.FreePort;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MqttWayTest extends WayContract {
    private static final String BROKER = BrokerServer.open().address().toString();

    private final String prefix = "test-" + UUID.randomUUID();
    private final RetainedPublisher publisher = Publishers.at(BROKER);
    private final RetainedPublisher nowhere = Publishers.at("tcp://127.0.0.1:" + FreePort.find());
    private RetainedPublisher used = publisher;

    @AfterEach
    void close() {
        publisher.close();
        nowhere.close();
    }

    @Override
    Way way() {
        return new MqttWay(used, PlatformClock.realTime());
    }

    @Override
    Channel channel() {
        return Parcels.channel(ChannelKind.MQTT, prefix, Optional.empty());
    }

    /** The broker keeps the state: who subscribes afterwards gets it. */
    @Override
    List<String> arrived() throws Exception {
        try (Subscriber late = new Subscriber(BROKER, prefix + "/#")) {
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !late.got.isEmpty());
            List<String> ids = new ArrayList<>();
            late.got.forEach(got -> ids.add(got.event().path("id").asText()));
            return ids;
        } catch (ConditionTimeoutException none) {
            return List.of();
        }
    }

    @Override
    List<Channel> hopeless() {
        used = nowhere;
        return List.of(channel());
    }

    @Test
    void refusesWhatTheBrokerWouldNotTakeAndPublishesTheRest() throws Exception {
        Parcel large = Parcels.alert(1);
        ((com.fasterxml.jackson.databind.node.ObjectNode) large.data()).put("text", "x".repeat(70_000));
        Parcel small = Parcels.alert(2);

        List<Sent> sent = way().send(channel(), List.of(large, small));

        assertThat(sent).extracting(Sent::fate).containsExactly(Fate.REFUSED, Fate.DELIVERED);
        assertThat(arrived()).containsExactly(small.id().toString());
    }
}
