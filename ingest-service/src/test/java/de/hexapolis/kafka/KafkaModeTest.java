package de.hexapolis.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import de.hexapolis.servers.KafkaServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service with Kafka between door and store. */
@QuarkusTest
@TestProfile(KafkaModeTest.OnKafka.class)
class KafkaModeTest {
    @Inject
    Running service;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    @ConfigProperty(name = "hexapolis.kafka.topic")
    String topic;

    @BeforeEach
    void isReady() {
        service.awaitReady();
        service.register(1);
    }

    @Test
    void storesWhatIsPublishedOverMqttAndSettlesEveryMessage() throws Exception {
        Instant now = Instant.now();
        try (Devices devices = new Devices()) {
            devices.measure("bin-0", now);
            devices.measure("bin-0", now);
            devices.publish("bin-0", "not json");
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(service.messages("stored")).isPositive();
            assertThat(service.messages("duplicate")).isPositive();
            assertThat(service.messages("quarantined")).isPositive();
            assertThat(service.inFlight()).isZero();
            assertThat(service.unacknowledged()).isZero();
        });
        assertThat(service.messages("received"))
                .isEqualTo(service.messages("stored")
                        + service.messages("duplicate")
                        + service.messages("ignored")
                        + service.messages("quarantined"));
        RawTopic raw = new RawTopic(kafka, topic);
        await().untilAsserted(() -> assertThat(raw.committed()).isEqualTo(raw.records()));
    }

    @Test
    void keepsTheOrderOfEachDevice() throws Exception {
        try (Devices devices = new Devices()) {
            for (int i = 0; i < 600; i++) {
                devices.publish(
                        "stranger-" + i % 6,
                        "{\"observed_at\":\"2026-01-01T00:00:00Z\",\"readings\":"
                                + "[{\"quantity\":\"fill_level\",\"value\":%d}]}".formatted(i / 6));
            }
        }

        List<Integer> published = IntStream.range(0, 100).boxed().toList();
        for (int device = 0; device < 6; device++) {
            String key = "stranger-" + device;
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(transactions(key)).hasSize(published.size()));
            assertThat(new RawTopic(kafka, topic).values(key))
                    .extracting(KafkaModeTest::level)
                    .isEqualTo(published);
            assertThat(transactions(key)).isSorted();
        }
    }

    @Test
    void quarantinesARecordThatSomebodyElseWroteAndReadsOn() throws Exception {
        try (KafkaProducer<byte[], byte[]> stranger = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            stranger.send(new ProducerRecord<>(topic, 0, null, null)).get();
            ProducerRecord<byte[], byte[]> odd =
                    new ProducerRecord<>(topic, 0, null, "odd".getBytes(StandardCharsets.UTF_8));
            odd.headers()
                    .add("source", null)
                    .add("receivedAt", "-9223372036854775808".getBytes(StandardCharsets.UTF_8));
            stranger.send(odd).get();
            ProducerRecord<byte[], byte[]> good =
                    new ProducerRecord<>(topic, 0, null, "{\"readings\":[]}".getBytes(StandardCharsets.UTF_8));
            good.headers().add("source", "own".getBytes(StandardCharsets.UTF_8));
            stranger.send(good).get();
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        service.column("select source || ' ' || convert_from(payload, 'UTF8') from quarantine"
                                + " where topic like '" + topic + "-0@%' order by quarantine_id"))
                .containsExactly("- ", "- odd", "own {\"readings\":[]}"));
    }

    @Test
    void saysThatItIsReadyOnlyWithKafka() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(containsString("to-kafka"), containsString("from-kafka"));
    }

    /** The transactions that stored a device's messages, in the order of their values. */
    private List<Long> transactions(String device) {
        return service
                .column(
                        """
                        select xmin::text from quarantine where device_key = '%s'
                        order by (convert_from(payload, 'UTF8')::jsonb #>> '{readings,0,value}')::int
                        """
                                .formatted(device))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static int level(String payload) {
        return Integer.parseInt(payload.replaceAll(".*\"value\":(\\d+).*", "$1"));
    }

    /** The profile that operators name. */
    public static final class OnKafka implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "kafka";
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Kafka.class));
        }
    }

    /** Kafka with a fresh topic. */
    public static final class Kafka implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return RawTopic.create(KafkaServer.open().address()).settings();
        }

        @Override
        public void stop() {}
    }
}
