package de.hexapolis.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.Partitions;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real tables: seven bins that fill by 10, 15, … points a day, and trees that dry. */
class OutlookWorkerTest {
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-05-29T12:00:00Z");

    private final Fixture fixture = new Fixture(0);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutlookWorker worker = worker(NOW);

    private OutlookWorker worker(Instant now) {
        return new OutlookWorker(
                new SchemaGate(fixture.database()),
                fixture.database(),
                PlatformClock.of(Instant.now(), now, 1),
                new StoredRules(new SimpleMeterRegistry()),
                meters);
    }

    @BeforeEach
    void fill() throws SQLException {
        new Partitions(fixture.database()).ensure(NOW.minus(Duration.ofDays(60)), NOW.plus(Duration.ofDays(7)));
        fixture.execute(
                """
                insert into asset_kind (kind, name_de, name_en) values ('tree', 'Baum', 'Tree');
                delete from asset;
                insert into asset (city_id, reference, kind, name, longitude, latitude, tags, changed_at)
                select 'fulda', 'B-' || n, 'bin', 'Bin', 9.67, 50.55, '{street}', '2026-01-01Z' from generate_series(2, 8) n;
                insert into series (asset_id, device_id, city_id, quantity)
                select asset_id, 1, 'fulda', 'fill_level' from asset where kind = 'bin';
                insert into observation (series_id, quality, observed_at, value)
                select s.series_id, 0, t, round(mod((5 * substr(a.reference, 3)::numeric)
                    * (extract(epoch from t - '2026-04-29Z'::timestamptz) / 86400)::numeric, 82))
                from series s join asset a using (asset_id)
                cross join generate_series('2026-04-29Z'::timestamptz, '2026-05-29 11:00Z', interval '1 hour') t;
                insert into blueprint values ('base', '1.3.0', null, 'x', '2026-01-01Z');
                insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at) values
                ('round', 'street-bins', 'base', 'rules/bins.yaml', 1,
                    '{"id": "street-bins", "kinds": ["bin"], "tags": ["street"], "weekdays": ["mon", "wed", "fri"],
                    "at": "06:00", "on_holiday": "as_usual"}', '2026-01-01Z'),
                ('rule', 'bin-full-before-round', 'base', 'rules/bins.yaml', 9,
                    '{"id": "bin-full-before-round", "kinds": ["bin"], "title": {"de": "Voll", "en": "Full"}, "work": "empty",
                    "when": {"forecast": {"of": "full", "before": "next_round", "probability_at_least": 0.6,
                    "ends_below": 0.4, "levels": [{"severity": "info"}]}}}', '2026-01-01Z'),
                ('rule', 'tree-dry', 'base', 'rules/trees.yaml', 1,
                    '{"id": "tree-dry", "kinds": ["tree"], "title": {"de": "Trocken", "en": "Dry"}, "work": "water",
                    "when": {"soil_table": {"quantity": "soil_water_tension", "depths_needed": 1, "hysteresis_percent": 20,
                    "for": "PT6H", "standing_year_from": "planting_year", "unknown_year": 3,
                    "rows": [{"year": 1, "depths": {"30cm": {"info": 25, "warning": 80}}}]}}}', '2026-01-01Z');
                update rule_version set version = version + 1;
                """);
        tellLatest();
    }

    private void tellLatest() {
        fixture.execute(
                """
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
                select distinct on (series_id) series_id, quality, observed_at, value, observed_at, '2026-01-01Z'
                from observation order by series_id, observed_at desc
                on conflict (series_id) do update set quality = excluded.quality, observed_at = excluded.observed_at,
                    value = excluded.value
                """);
    }

    /** Each dries by a little more than the one before; the last two have no probe. */
    private void plantTrees() {
        fixture.execute(
                """
                insert into asset (city_id, reference, kind, name, longitude, latitude, properties, changed_at)
                select 'fulda', 'T-' || n, 'tree', 'Tree', 9.67, 50.55,
                    '{"planting_year": 2025, "soil": "loam"}', '2026-01-01Z' from generate_series(1, 5) n;
                insert into series (asset_id, device_id, city_id, quantity, channel)
                select asset_id, 1, 'fulda', 'soil_water_tension', '30cm' from asset
                where kind = 'tree' and reference < 'T-4';
                insert into observation (series_id, quality, observed_at, value)
                select s.series_id, 0, t, 10 * exp((0.06 + 0.005 * substr(a.reference, 3)::float8)
                    * extract(epoch from t - '2026-05-19Z'::timestamptz) / 86400)
                from series s join asset a using (asset_id)
                cross join generate_series('2026-05-19Z'::timestamptz, '2026-05-29 11:00Z', interval '1 hour') t
                where a.kind = 'tree'
                """);
        tellLatest();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void learnsABinsRateAndSaysWhenItIsFull() throws SQLException {
        worker.round();

        assertThat(fixture.column("select count(*) from forecast where kind = 'full'"))
                .containsExactly("7");
        assertThat(
                        fixture.column(
                                """
                        select a.reference from forecast f join asset a using (asset_id)
                        where abs((f.basis ->> 'rate')::float8 / (5 * substr(a.reference, 3)::float8) - 1) < 0.1
                            and abs(extract(epoch from f.p50 - f.reading_at) / 86400
                                - (85 - f.level) / (5 * substr(a.reference, 3)::float8)) < 0.25
                            and f.p10 < f.p50 and f.p50 < f.p90
                        order by 1
                        """))
                .containsExactly("B-2", "B-3", "B-4", "B-5", "B-6", "B-7", "B-8");
        assertThat(fixture.column("select distinct round_at at time zone 'Europe/Berlin' from forecast"))
                .containsExactly("2026-06-01 06:00:00");
        assertThat(fixture.column("select subject from forecast_profile where subject like 'group:%' order by 1"))
                .containsExactly("group:bin", "group:fulda/bin", "group:fulda/bin/street");
        assertThat(meters.get("hexapolis.forecasts.made")
                        .tag("kind", "full")
                        .counter()
                        .count())
                .isEqualTo(7);
    }

    @Test
    void aBinIsFullWhereItsOwnRuleSaysSo() throws SQLException {
        fixture.execute(
                """
                insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at) values
                ('rule', 'bin-full', 'base', 'rules/bins.yaml', 20,
                    '{"id": "bin-full", "kinds": ["bin"], "title": {"de": "Voll", "en": "Full"}, "work": "empty",
                    "when": {"threshold": {"quantity": "fill_level", "hysteresis": 10, "levels": [
                    {"at_least": 60, "severity": "info"}, {"at_least": 70, "severity": "warning"}]}}}', '2026-01-01Z');
                update rule_version set version = version + 1
                """);

        worker.round();

        assertThat(fixture.column("select distinct basis ->> 'limit' from forecast where kind = 'full'"))
                .containsExactly("70.0");
    }

    @Test
    void leavesABinToBeJudgedOnlyWhereTheForecastCrossesARulesSide() throws SQLException {
        worker.round();

        assertThat(
                        fixture.column(
                                """
                        select count(*) filter (where d.asset_id is null) || ' of ' || count(*)
                        from forecast f left join due d using (asset_id) where f.by_round >= 0.4
                        """))
                .allMatch(told -> told.startsWith("0 of ") && !told.equals("0 of 0"));
        assertThat(fixture.column("select f.by_round from due join forecast f using (asset_id) where f.by_round < 0.4"))
                .isEmpty();

        fixture.execute("delete from due; update forecast set made_at = made_at - interval '2 hours',"
                + " reading_at = reading_at - interval '1 hour'");
        worker.round();

        assertThat(fixture.column("select asset_id from due")).isEmpty();
    }

    @Test
    void forecastsAnewOnlyWhatHasNewReadingsAndIsAnHourOld() throws SQLException {
        worker.round();
        worker.round();
        worker(NOW.plus(Duration.ofHours(2))).round();

        assertThat(meters.get("hexapolis.forecasts.made")
                        .tag("kind", "full")
                        .counter()
                        .count())
                .isEqualTo(7);

        fixture.execute("update forecast set reading_at = reading_at - interval '1 hour'");
        worker(NOW.plus(Duration.ofHours(2))).round();

        assertThat(meters.get("hexapolis.forecasts.made")
                        .tag("kind", "full")
                        .counter()
                        .count())
                .isEqualTo(14);
    }

    @Test
    void whatIsFlaggedCountsNowhere() throws SQLException {
        fixture.execute("update observation set quality = 3 where series_id = (select min(series_id) from series)");
        tellLatest();
        worker.round();

        assertThat(fixture.column("select count(*) from forecast")).containsExactly("6");
    }

    @Test
    void treesDryByTheirOwnCurveAndThoseWithoutAProbeAreCarriedFromSimilarOnesAndMarked() throws SQLException {
        plantTrees();
        worker.round();

        assertThat(
                        fixture.column(
                                """
                        select a.reference || ' ' || f.channel || ' ' || f.carried_from || ' ' || (f.reading_at is null)
                        from forecast f join asset a using (asset_id)
                        where f.kind = 'dry' and f.p10 < f.p50 and f.p50 < f.p90 order by 1
                        """))
                .containsExactly(
                        "T-1 30cm 0 false",
                        "T-2 30cm 0 false",
                        "T-3 30cm 0 false",
                        "T-4 30cm 3 true",
                        "T-5 30cm 3 true");
        assertThat(fixture.column("select distinct basis ->> 'alike' from forecast where carried_from > 0"))
                .containsExactly("[\"city\", \"site\", \"soil\", \"age\"]");
        assertThat(meters.get("hexapolis.forecasts.made")
                        .tag("kind", "carried")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void goesOnAtOnceWhileThereAreMoreButDoesNotComeBackToThoseOfWhichNothingCanBeMade() throws SQLException {
        plantTrees();
        fixture.execute(
                """
                update asset set tags = '{young}' where kind = 'tree';
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'X-' || n, 'tree', 'Tree', 9.67, 50.55, '2026-01-01Z' from generate_series(1, 250) n;
                update rule set document = jsonb_set(document, '{tags}', '["young"]') where rule_id = 'tree-dry';
                update rule_version set version = version + 1;
                """);

        assertThat(worker.round()).isTrue();
        assertThat(worker.round()).isTrue();
        assertThat(worker.round()).isFalse();
        assertThat(worker.round()).isFalse();
        assertThat(fixture.column("select count(distinct asset_id) from forecast where carried_from > 0"))
                .containsExactly("2");
    }

    /** What is known of the fourth's group and of the sixth cannot be read; the database refuses the fifth's forecast. */
    @Test
    void binsThatFailHoldNobodyUpAndAreLeftAloneForAWhile() throws SQLException {
        fixture.execute(
                """
                update asset set tags = '{oak}' where reference = 'B-4';
                insert into forecast_profile (subject, kind, fitted_at, profile)
                select subject, 'full', '2026-05-29T11:00Z', '[]' from (
                    values ('group:fulda/bin/oak')
                    union all select 'asset:' || asset_id from asset where reference = 'B-6') unreadable (subject);
                alter table forecast add check (asset_id <> %s)
                """
                        .formatted(fixture.column("select asset_id from asset where reference = 'B-5'")
                                .get(0)));

        worker.round();
        worker.round();

        assertThat(fixture.column("select reference from forecast join asset using (asset_id) order by 1"))
                .containsExactly("B-2", "B-3", "B-7", "B-8");
        assertThat(fixture.column("select count(*) from forecast_profile where subject like 'asset:%'"))
                .as("all but the fourth are fitted, which needs its group")
                .containsExactly("6");
        assertThat(fixture.column("select subject from forecast_profile where subject like 'group:%'"))
                .as("groups are learned from those that can be read")
                .contains("group:bin", "group:fulda/bin");
        assertThat(meters.get("hexapolis.forecasts.made")
                        .tag("kind", "full")
                        .counter()
                        .count())
                .isEqualTo(4);
        assertThat(meters.get("hexapolis.forecasts.faults").counter().count())
                .as("one in fitting, three in forecasting, once each")
                .isEqualTo(4);
    }

    @Test
    void oneReplicaAtATimeIsAtIt() throws SQLException {
        try (Connection other = fixture.database().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(740005)");
            worker.round();
            other.rollback();
        }

        assertThat(fixture.column("select count(*) from forecast")).containsExactly("0");
    }
}
