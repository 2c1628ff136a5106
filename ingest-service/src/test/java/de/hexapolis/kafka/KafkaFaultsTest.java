package de.hexapolis.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.servers.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka or the database dies while messages are under way. */
@QuarkusTest
@TestProfile(KafkaFaultsTest.OnOwnKafka.class)
class KafkaFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DEVICES = 20;

    private final Instant now = Instant.now();

    @Inject
    Running service;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    @ConfigProperty(name = "hexapolis.kafka.topic")
    String topic;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @BeforeEach
    void isReady() {
        service.awaitReady();
        service.register(DEVICES);
        await().atMost(PATIENCE).until(() -> service.unacknowledged() == 0 && service.inFlight() == 0);
    }

    @Test
    void acknowledgesNothingThatKafkaDoesNotHave() throws Exception {
        double before = service.acknowledged();
        long stored = observations(1);

        OwnKafka.kill();
        publish(1, 50);
        await().atMost(PATIENCE).until(() -> service.unacknowledged() == 50);
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> service.acknowledged() == before);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        OwnKafka.restart();

        await().atMost(PATIENCE).until(() -> service.acknowledged() == before + 50 && service.unacknowledged() == 0);
        await().atMost(PATIENCE).until(() -> observations(1) == stored + 50);
        service.awaitReady();
    }

    @Test
    void losesNothingWhenKafkaIsKilledUnderLoad() throws Exception {
        Thread killer = new Thread(
                () -> {
                    pause(1_500);
                    OwnKafka.kill();
                    pause(500);
                    OwnKafka.restart();
                },
                "killer");
        killer.start();
        int published = 0;
        do {
            publish(2, published, 100);
            published += 100;
        } while (killer.isAlive() || published < 3_000);

        int ledger = published;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(observations(2)).isEqualTo(ledger));
        await().atMost(PATIENCE).until(() -> service.unacknowledged() == 0 && service.inFlight() == 0);
        RawTopic raw = new RawTopic(kafka, topic);
        await().atMost(PATIENCE).until(() -> raw.committed() == raw.records());
        assertThat(observations(2)).isEqualTo(ledger);
        assertThat(service.column("select detail from quarantine")).isEmpty();
    }

    @Test
    void commitsNoOffsetBeforeTheDatabaseAndStaysInTheGroup() throws Exception {
        RawTopic raw = new RawTopic(kafka, topic);
        await().atMost(PATIENCE).until(() -> raw.committed() == raw.records());
        long committed = raw.committed();
        double acknowledged = service.acknowledged();
        List<String> members = raw.members();

        letIn(false);
        publish(3, 200);
        await().atMost(PATIENCE).until(() -> service.acknowledged() == acknowledged + 200);
        // longer than a member may stay away from polling, see the profile
        await().during(Duration.ofSeconds(9)).atMost(PATIENCE).until(() -> raw.committed() == committed);
        letIn(true);

        await().atMost(PATIENCE).until(() -> observations(3) == 200);
        await().atMost(PATIENCE).until(() -> raw.committed() == committed + 200);
        assertThat(members).hasSize(2);
        assertThat(raw.members()).isEqualTo(members);
    }

    private void publish(int round, int messages) throws Exception {
        publish(round, 0, messages);
    }

    /** Each with a time of its own, so that what is stored can be counted against it. */
    private void publish(int round, int first, int messages) throws Exception {
        try (Devices devices = new Devices()) {
            for (int i = first; i < first + messages; i++) {
                devices.measure("bin-" + i % DEVICES, now.minusMillis(round * 1_000_000L + i));
            }
        }
    }

    private long observations(int round) {
        return Long.parseLong(service.column(
                        """
                        select count(*) from observation
                        where observed_at <= timestamptz '%1$s' - interval '1 millisecond' * 1000000 * %2$d
                          and observed_at > timestamptz '%1$s' - interval '1 millisecond' * 1000000 * (%2$d + 1)
                        """
                                .formatted(now, round))
                .get(0));
    }

    /** Shuts the database to the service, whose connections end; or opens it again. */
    private void letIn(boolean anybody) throws SQLException {
        String name = database.replaceAll(".*/", "").replaceAll("[?].*", "");
        try (DatabaseServer neighbour = DatabaseServer.open();
                Connection connection = neighbour.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter database %s with allow_connections %s".formatted(name, anybody));
            if (!anybody) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            }
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A broker that the test may kill, and a consumer that is soon thrown out if it does not poll. */
    public static final class OnOwnKafka implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "kafka";
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnKafka.class));
        }
    }

    /** One broker on one folder; what is killed comes back on it. */
    public static final class OwnKafka implements QuarkusTestResourceLifecycleManager {
        private static KafkaBroker.@Nullable Settings settings;
        private static @Nullable KafkaBroker broker;

        @Override
        public Map<String, String> start() {
            try {
                settings = KafkaBroker.Settings.on(Files.createTempDirectory("hexapolis-own-kafka-"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            restart();
            Map<String, String> all = new HashMap<>(
                    RawTopic.create(Objects.requireNonNull(broker).address()).settings());
            all.put("mp.messaging.incoming.from-kafka.max.poll.interval.ms", "6000");
            return all;
        }

        static void restart() {
            broker = KafkaBroker.start(Objects.requireNonNull(settings));
        }

        static void kill() {
            Objects.requireNonNull(broker).kill();
        }

        @Override
        public void stop() {
            Objects.requireNonNull(broker).close();
        }
    }
}
