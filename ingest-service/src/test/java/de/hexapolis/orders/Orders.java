package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Escalation;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.Guards;
import de.hexapolis.rules.Handling;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.OrderPlan;
import de.hexapolis.rules.Plan;
import de.hexapolis.rules.Reason;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.VerifiedBy;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A city with bins 1 to 3 and a crew, and what a judge would say of them. */
public final class Orders {
    public static final CityId FULDA = new CityId("fulda");
    public static final Instant NOW = Instant.parse("2026-07-01T08:30:00Z");

    /** Crew fulda-nord empties in Nordend; nobody else does anything. Orders take in three bins, for a day. */
    static final OrderPlan PLAN = new HandMade();

    private Orders() {}

    public static void aCity(RegistryDatabase database) {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into district (city_id, district_id, name) values ('fulda', 'nordend', 'Nordend');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, district_id, changed_at)
                select 'fulda', 'B-000' || n, 'bin', 'Ringstraße ' || n, 9.67, 50.55, 'nordend', '2026-01-01Z'
                from generate_series(1, 9) n;
                insert into device (device_key, changed_at) select 'd' || n, '2026-01-01Z' from generate_series(1, 9) n;
                insert into series (asset_id, device_id, city_id, quantity)
                select n, n, 'fulda', 'fill_level' from generate_series(1, 9) n;
                insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
                values ('fulda', 'fulda-nord', 'Kolonne Nord', 'Crew North', '{}', '2026-01-01Z');
                """);
    }

    static ResolvedRule rule(String id, VerifiedBy verifiedBy) {
        return new ResolvedRule(
                id,
                "0123456789abcdef",
                "base 1.3.0",
                JsonNodeFactory.instance.objectNode().put("id", id),
                new Names("Behälter voll", "Bin full"),
                new Plan(List.of("emptying"), Map.of(1, Duration.ofDays(14)), Severity.INFO),
                new Handling(
                        Optional.of(Work.EMPTY),
                        Map.of(Severity.WARNING, Duration.ofHours(24), Severity.URGENT, Duration.ofHours(4)),
                        Duration.ofHours(3),
                        verifiedBy,
                        Optional.of("nearby-bins"),
                        Optional.of("usual"),
                        Optional.empty()),
                new Guards(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of());
    }

    static ResolvedRule full() {
        return rule("bin-full", VerifiedBy.SENSOR);
    }

    /** The bin of this number is full. */
    static NewAlert fullBin(long asset) {
        return alert(asset, full(), episode(asset, Severity.WARNING));
    }

    static NewAlert alert(long asset, ResolvedRule rule, Episode episode) {
        return new NewAlert("asset:" + asset, Optional.of(asset), FULDA, Optional.of("nordend"), rule, episode);
    }

    static Episode episode(long asset, Severity severity) {
        Reason reason = new Reason(
                "fill_level",
                Optional.empty(),
                86,
                Optional.of("%"),
                NOW.minusSeconds(1800),
                "at_least",
                85,
                OptionalInt.of((int) asset));
        return new Episode(NOW.minusSeconds(1800), Optional.empty(), severity, new Evidence(List.of(reason)));
    }

    static Episode ended(Episode episode, Instant ended) {
        return new Episode(episode.began(), Optional.of(ended), episode.severity(), episode.evidence());
    }

    /** As a judge does: writes and tells. */
    static void open(Connection connection, NewAlert... alerts) throws SQLException {
        AppendNotices.on(connection, WriteAlerts.on(connection, List.of(alerts), List.of(), PLAN, NOW));
    }

    static void change(Connection connection, Instant now, AlertChange... changes) throws SQLException {
        AppendNotices.on(connection, WriteAlerts.on(connection, List.of(), List.of(changes), PLAN, now));
    }

    /** Opens alerts 1, 2, ... for these bins, in one order. */
    public static void open(RegistryDatabase database, long... assets) {
        for (long asset : assets) {
            database.inTransaction(connection -> {
                open(connection, fullBin(asset));
                return asset;
            });
        }
    }

    static void endedBySensor(RegistryDatabase database, long alert, long asset, Instant at) {
        Episode episode = ended(episode(asset, Severity.WARNING), at);
        database.inTransaction(connection -> {
            change(connection, at, new AlertChange(alert, AlertChange.Kind.ENDED, Optional.of(episode), ""));
            return alert;
        });
    }

    private static final class HandMade implements OrderPlan {
        @Override
        public Optional<CrewKey> crewFor(CityId city, Optional<String> district, Work work) {
            return work == Work.EMPTY && district.isPresent()
                    ? Optional.of(new CrewKey(city, "fulda-nord"))
                    : Optional.empty();
        }

        @Override
        public Optional<Bundling> bundlingOf(ResolvedRule rule) {
            return Optional.of(new Bundling(
                    "nearby-bins",
                    3,
                    Duration.ofHours(24),
                    true,
                    Optional.of(new Names("{count} Behälter in {district}", "{count|bin|bins} in {district}"))));
        }

        @Override
        public Optional<Escalation> escalationOf(ResolvedRule rule) {
            return Optional.of(new Escalation(
                    "usual",
                    List.of(
                            new Escalation.Step(Duration.ofHours(2), false, false, Optional.empty()),
                            new Escalation.Step(Duration.ofHours(8), false, true, Optional.of(Severity.URGENT)),
                            new Escalation.Step(Duration.ofHours(24), true, true, Optional.of(Severity.CRITICAL)))));
        }

        @Override
        public Optional<Instant> due(ResolvedRule rule, Severity severity, Instant from) {
            return Optional.ofNullable(rule.handling().due().get(severity)).map(from::plus);
        }
    }
}
