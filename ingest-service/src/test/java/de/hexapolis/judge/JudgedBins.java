package de.hexapolis.judge;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.store.DueBell;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Partitions;
import de.hexapolis.store.WriteResult.Committed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Bins in a real database, each with a device and a series of its number, and judges that go by rules of the test. */
final class JudgedBins implements AutoCloseable {
    /** As in the base pack: 70, 85 and 95 %, ends at 60 %, each told by two readings in a row. */
    static final String FULL =
            """
            {"id": "bin-full", "kinds": ["bin"], "title": {"de": "Voll", "en": "Full"}, "work": "empty",
             "when": {"threshold": {"quantity": "fill_level", "hysteresis": 10, "confirm": 2, "opens_at": "info",
              "levels": [{"at_least": 70, "severity": "info"}, {"at_least": 85, "severity": "warning"},
               {"at_least": 95, "severity": "urgent"}]}}}
            """;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Fixture fixture = new Fixture(1);
    private volatile Instant now;

    /** @param bins how many; the series and the asset of a bin have its number, from 1 */
    JudgedBins(int bins, Instant now) {
        this.now = now;
        fixture.execute("update series set channel = ''");
        fixture.execute(
                """
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B-' || n, 'bin', 'Bin ' || n, 9.67, 50.55, '2026-01-01Z'
                from generate_series(2, %1$d) n;
                insert into device (device_key, city_id, changed_at, expected_interval_seconds)
                select 'bin-' || n, 'fulda', '2026-01-01Z', 1800 from generate_series(2, %1$d) n;
                insert into series (asset_id, device_id, city_id, quantity)
                select n, n, 'fulda', 'fill_level' from generate_series(2, %1$d) n;
                insert into installation (device_id, asset_id, installed_from)
                select n, n, '2026-01-01Z' from generate_series(1, %1$d) n;
                insert into asset_watch (asset_id, next_at) select n, 'infinity' from generate_series(1, %1$d) n
                on conflict (asset_id) do update set next_at = 'infinity';
                insert into blueprint (blueprint_id, version, fingerprint, loaded_at) values ('base', '1.0.0', '', now());
                insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
                values ('fulda', 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z') on conflict do nothing;
                """
                        .formatted(bins));
    }

    JudgedBins withRule(String id, String document) {
        return with("rule", id, document);
    }

    JudgedBins withOccurrence(String kind, String document) {
        return with("occurrence", kind, document);
    }

    JudgedBins withPlausibility(String id, String document) {
        return with("plausibility", id, document);
    }

    private JudgedBins with(String section, String id, String document) {
        fixture.execute(
                """
                insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at)
                values ('%s', '%s', 'base', 'rules/test.yaml', 1, '%s', now());
                update rule_version set version = version + 1
                """
                        .formatted(section, id, document));
        return this;
    }

    Fixture fixture() {
        return fixture;
    }

    void itIs(Instant instant) {
        now = instant;
    }

    Judge judge() {
        return judge(fixture.database());
    }

    /** Of another replica, or one to which something happens. */
    Judge judge(DataSource database) {
        return new Judge(
                database,
                new StoredRules(new SimpleMeterRegistry()),
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                },
                new JudgeMeters(meters));
    }

    /** Judges until nothing is due. */
    int judgeAll() throws SQLException {
        return judgeAll(judge());
    }

    static int judgeAll(Judge judge) throws SQLException {
        int judged = 0;
        for (int of = judge.oldest(); of > 0; of = judge.oldest()) {
            judged += of;
        }
        return judged;
    }

    MessageStore store() {
        return new MessageStore(fixture.database(), new Partitions(fixture.database()), new DueBell());
    }

    Committed write(MessageRows... messages) {
        return write(store(), List.of(messages));
    }

    static Committed write(MessageStore store, List<MessageRows> batch) {
        return (Committed) store.write(batch, 1);
    }

    static MessageRows reading(int bin, Instant at, double value) {
        return Fixture.message("%d at %s".formatted(bin, at), Fixture.row(bin, at, value));
    }

    /** Alerts that stand, by bin and beginning. */
    List<String> alerts() {
        return fixture.column(
                """
                select concat_ws(' ', asset_id, rule_id, to_char(began_at at time zone 'UTC', 'DD.HH24:MI:SS'),
                    to_char(ended_at at time zone 'UTC', 'DD.HH24:MI:SS'), severity,
                    case when closed_at is null then 'open' else state end)
                from alert where state <> 'withdrawn' order by asset_id, rule_id, began_at
                """);
    }

    @Override
    public void close() {
        fixture.close();
    }
}
