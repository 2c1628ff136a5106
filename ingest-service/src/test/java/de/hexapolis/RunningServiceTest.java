package de.hexapolis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.servers.BrokerServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RunningServiceTest {
    private static final Pattern METER = Pattern.compile("^\\| `(hexapolis\\.[a-z.]+)` \\|", Pattern.MULTILINE);

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void isReady() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void storesAMessageAndSettlesEveryOther() throws Exception {
        register();
        String topic = "v1/fulda/bin-1/telemetry";
        String payload = "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"fill_level\",\"value\":73.5}]}"
                .formatted(Instant.now());

        publish(topic, payload);
        publish(topic, payload);
        publish(topic, "not json");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(count("hexapolis.messages.received")).isEqualTo(3);
            assertThat(meters.get("hexapolis.messages.in.flight").gauge().value())
                    .isZero();
        });
        assertThat(count("hexapolis.messages.stored")).isEqualTo(1);
        assertThat(count("hexapolis.messages.duplicate")).isEqualTo(1);
        assertThat(count("hexapolis.messages.quarantined")).isEqualTo(1);
        assertThat(meters.find("hexapolis.mqtt.arrived").counters())
                .anySatisfy(arrived -> assertThat(arrived.count()).isEqualTo(3));
    }

    @Test
    void letsPrometheusReadItsMeters() {
        given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("hexapolis_messages_received_total"));
    }

    @Test
    void publishesTheMetersThatThePapersName() throws IOException {
        String page = Files.readString(ShippedProfiles.projectRoot().resolve("docs/METRICS.md"));
        Set<String> named = METER.matcher(page.substring(0, page.indexOf("## query-service")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> running = meters.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith("hexapolis."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(running).isNotEmpty().isEqualTo(named);
    }

    @Test
    void theDatabaseGivesUpWhatItDoesForAProgramThatIsGone() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet interval = statement.executeQuery("show client_connection_check_interval")) {
            assertThat(interval.next()).isTrue();
            assertThat(interval.getString(1)).isEqualTo("10s");
        }
    }

    @Test
    void startsNoKafkaClient() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .isNotEmpty()
                .noneMatch(name -> name.contains("kafka"));
        given().get("/q/health").then().body(not(containsString("kafka")));
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }

    private void register() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                    insert into asset_kind (kind, name_de, name_en) values ('bin', 'Abfallbehälter', 'Bin');
                    insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                        values ('fulda', 'B-1', 'bin', 'Bin 1', 9.67, 50.55, now());
                    insert into device (device_key, city_id, changed_at) values ('bin-1', 'fulda', now());
                    insert into installation (device_id, asset_id, installed_from) values (1, 1, '2020-01-01Z');
                    update registry_version set version = version + 1
                    """);
        }
    }

    private static void publish(String topic, String payload) throws MqttException {
        String broker = BrokerServer.open().address().toString();
        MqttClient client = new MqttClient(broker, "device-" + UUID.randomUUID(), new MemoryPersistence());
        client.connect();
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
        client.disconnect();
        client.close();
    }
}
