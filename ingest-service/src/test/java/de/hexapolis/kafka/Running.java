package de.hexapolis.kafka;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The running service in Kafka mode, as its operator sees it. Thread-safe. */
@Singleton
class Running {
    private final DataSource database;
    private final MeterRegistry meters;

    Running(DataSource database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    /** Registers {@code bin-0} and the next ones, once. */
    void register(int devices) {
        execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin') on conflict do nothing;
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Abfallbehälter', 'Bin') on conflict do nothing;
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                    select 'fulda', 'B-1', 'bin', 'Bin 1', 9.67, 50.55, now() where not exists (select from asset);
                insert into device (device_key, city_id, changed_at)
                    select 'bin-' || n, 'fulda', now() from generate_series(0, %d - 1) n
                    where not exists (select from device);
                insert into installation (device_id, asset_id, installed_from)
                    select device_id, (select min(asset_id) from asset), '2020-01-01Z' from device
                    where not exists (select from installation);
                update registry_version set version = version + 1
                """
                        .formatted(devices));
    }

    /** Messages that are out at the door, on all sources. */
    double unacknowledged() {
        return meters.find("hexapolis.mqtt.unacknowledged").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    double acknowledged() {
        return meters.find("hexapolis.mqtt.acknowledged").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    double messages(String outcome) {
        return meters.get("hexapolis.messages." + outcome).counter().count();
    }

    double inFlight() {
        return meters.get("hexapolis.messages.in.flight").gauge().value();
    }

    List<String> column(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
