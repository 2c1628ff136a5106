package de.hexapolis.delivery;

import de.hexapolis.registry.RegistryDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real database with a city, its crew and an outbox, for one test. */
final class Outbox implements AfterEachCallback {
    static final Duration LEASE = Duration.ofMinutes(1);

    final MovingClock clock = new MovingClock();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final DeliveryMeters meters = new DeliveryMeters(registry);
    private final RegistryDatabase database = new RegistryDatabase();

    Outbox() {
        database.execute(
                """
                delete from channel;
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
                values ('fulda', 'nord', 'Nord', 'North', '{}', '2026-01-01Z'),
                    ('fulda', 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z');
                """);
    }

    DataSource database() {
        return database.dataSource();
    }

    void execute(String sql) {
        database.execute(sql);
    }

    List<String> rows(String sql) {
        return database.rows(sql);
    }

    String row(String sql) {
        return rows(sql).get(0);
    }

    /** A channel of the city's staff; its number. */
    long channel(ChannelKind kind, String address, String secret) {
        return channel(kind, address, secret, "null", "{}");
    }

    /** @param crew in SQL: {@code null} or {@code 'nord'} */
    long channel(ChannelKind kind, String address, String secret, String crew, String settings) {
        return Long.parseLong(row(
                """
                insert into channel (city_id, crew_id, kind, name, address, secret, settings, changed_at)
                values ('fulda', %s, '%s', 'Test', '%s', '%s', '%s', '2026-07-01Z') returning channel_id
                """
                        .formatted(crew, kind.wireName(), address, secret, settings)));
    }

    /** An open alert of the crew, and its number. */
    long alert() {
        long order = Long.parseLong(
                row(
                        """
                        insert into work_order (city_id, crew_id, work, collecting, severity, opened_at, changed_at)
                        values ('fulda', 'nord', 'empty', false, 1, '2026-07-01Z', '2026-07-01Z') returning order_id
                        """));
        return Long.parseLong(row(
                """
                        insert into alert (city_id, subject, rule_id, edition, severity, state, began_at, opened_at, order_id,
                            evidence, changed_at)
                        values ('fulda', 'gateway:' || gen_random_uuid(), 'bin-full', 'manual', 1, 'open', '2026-07-01Z',
                            '2026-07-01Z', %d, '{}', '2026-07-01Z') returning alert_id
                        """
                        .formatted(order)));
    }

    void close(long alert) {
        execute("update alert set state = 'verified', closed_at = '2026-07-01T08:00:00Z' where alert_id = %d"
                .formatted(alert));
    }

    /** A notice of the crew nord about a new alert; its id. */
    String notice(String kind) {
        return notice(kind, alert(), 1);
    }

    String notice(String kind, long alert, int severity) {
        return row(
                """
                insert into notice (notice_id, city_id, crew_id, kind, alert_id, order_id, severity, at, body)
                select nextval('notice_number'), 'fulda', 'nord', '%s', %d, order_id, %d, '2026-07-01T08:00:00Z',
                    '{"id": %d, "title": {"de": "Behälter voll", "en": "Bin full"},
                      "asset": {"name": "Ringstraße 7", "reference": "B-0001"}}'
                from alert where alert_id = %d returning id
                """
                        .formatted(kind, alert, severity, alert, alert));
    }

    void spread() throws SQLException {
        new Spread(database(), clock, meters).round();
    }

    Deliverer deliverer(Way way) {
        return deliverer(way, "one");
    }

    Deliverer deliverer(Way way, String sender) {
        return new Deliverer(database(), way, clock, LEASE, sender, meters, new SplittableRandom(7));
    }

    /** Spreads and serves all channels of the way's kind once. */
    void deliver(Way way) throws Exception {
        spread();
        Deliverer deliverer = deliverer(way);
        while (deliverer.round()) {
            // until nothing is due
        }
    }

    List<String> deliveries() {
        return rows("select state from delivery order by notice_id, channel_id");
    }

    double counted(String meter, ChannelKind kind) {
        return registry.get("hexapolis.deliveries." + meter)
                .tag("kind", kind.wireName())
                .counter()
                .count();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        database.afterEach(context);
    }
}
