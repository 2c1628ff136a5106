package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.VerifiedBy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WriteAlertsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant LATER = Orders.NOW.plus(Duration.ofHours(1));

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void aCity() {
        Orders.aCity(database);
    }

    @Test
    void alertOrderHistoryTimersAndNoticesAreWrittenTogether() {
        Orders.open(database, 1);

        assertThat(database.rows("select alert_id, state, severity, order_id, work, due_at - opened_at from alert"))
                .containsExactly("1 open 1 1 empty 1 day");
        assertThat(database.rows(
                        "select crew_id, district_id, collecting, items, items_open, title->>'de' from work_order"))
                .containsExactly("fulda-nord nordend t 1 1 1 Behälter in Nordend");
        assertThat(database.rows("select action, from_state, to_state, actor, edition from history"))
                .containsExactly("opened null open sensor 0123456789abcdef");
        assertThat(database.rows("select kind, step, due_at - '2026-07-01T08:30Z' from timer order by due_at, kind"))
                .containsExactly(
                        "escalate 0 02:00:00", "escalate 1 08:00:00", "escalate 2 1 day", "seal_order 0 1 day");
        assertThat(database.rows("select notice_id, kind, crew_id, body->>'change', observed_at is null from notice"))
                .containsExactly("1 alert.opened fulda-nord opened f", "2 order.opened fulda-nord opened t");
        assertThat(database.rows("select rule_id, blueprint from rule_edition where edition <> 'manual'"))
                .containsExactly("bin-full base 1.3.0");
    }

    @Test
    void noticesAreAsTheirReceiversKnowThem() throws IOException {
        Orders.open(database, 1);

        List<String> bodies = database.rows("select body from notice order by notice_id");

        assertThat(JSON.readTree(bodies.get(0))).isEqualTo(golden("notice-alert-opened"));
        assertThat(JSON.readTree(bodies.get(1))).isEqualTo(golden("notice-order-opened"));
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream body = Objects.requireNonNull(
                WriteAlertsTest.class.getResourceAsStream("/golden/" + name + ".json"), "golden message")) {
            return JSON.readTree(body);
        }
    }

    @Test
    void theDataCorrectRaiseAndEndAnAlertAndTheLastClosesTheOrder() {
        Orders.open(database, 1, 2);
        Episode worse = Orders.episode(1, Severity.URGENT);

        change(Orders.NOW.plusSeconds(60), new AlertChange(1, AlertChange.Kind.ROSE, Optional.of(worse), ""));
        assertThat(database.rows("select severity, due_at - opened_at from alert where alert_id = 1"))
                .containsExactly("2 04:01:00");
        Orders.endedBySensor(database, 1, 1, LATER);
        assertThat(database.rows("select state, severity, items, items_open from work_order"))
                .containsExactly("open 1 2 1");
        Orders.endedBySensor(database, 2, 2, LATER);

        assertThat(database.rows("select state, items_open, collecting, closed_at is not null from work_order"))
                .containsExactly("verified 0 f t");
        assertThat(database.rows("select distinct state, ended_at from alert"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("verified 2026-07-01");
        assertThat(database.rows("select kind from notice where kind like '%closed' order by notice_id"))
                .containsExactly("alert.closed", "alert.closed", "order.closed");
    }

    @Test
    void anEpisodeThatIsOverAlreadyIsOpenedAndVerifiedInOneGoAndIsNobodysWork() {
        Episode over = Orders.ended(Orders.episode(1, Severity.WARNING), Orders.NOW.minusSeconds(60));

        database.inTransaction(connection -> {
            Orders.open(connection, Orders.alert(1, Orders.full(), over));
            return 1;
        });

        assertThat(database.rows("select state, order_id from alert")).containsExactly("verified null");
        assertThat(database.rows("select action, to_state from history order by history_id"))
                .containsExactly("opened open", "ended verified");
        assertThat(database.rows("select kind from notice order by notice_id"))
                .containsExactly("alert.opened", "alert.closed");
        assertThat(database.rows("select * from timer")).isEmpty();
    }

    @Test
    void anAlertThatLateReadingsOpenAgainIsDueAnewEscalatesAnewAndIsToldAsOpened() {
        Orders.open(database, 1);
        Orders.endedBySensor(database, 1, 1, LATER);
        database.execute("delete from timer");
        Instant now = LATER.plus(Duration.ofHours(5));

        change(
                now,
                new AlertChange(
                        1, AlertChange.Kind.REOPENED, Optional.of(Orders.episode(1, Severity.WARNING)), "late_data"));

        assertThat(database.rows(
                        "select a.state, o.state, a.due_at = '%s' from alert a join work_order o using (order_id)"
                                .formatted(now.plus(Duration.ofHours(24)))))
                .containsExactly("open open t");
        assertThat(database.rows("select step, due_at - '%s'::timestamptz from timer order by 1".formatted(now)))
                .containsExactly("0 02:00:00", "1 08:00:00", "2 1 day");
        assertThat(database.rows("select kind from notice where body->>'change' = 'reopened'"))
                .containsExactly("alert.opened");
    }

    @Test
    void whatWasOverWhenItWasToldIsSomebodysWorkOnceItIsOpenAgain() {
        Episode over = Orders.ended(Orders.episode(1, Severity.WARNING), Orders.NOW.minusSeconds(60));
        database.inTransaction(connection -> {
            Orders.open(connection, Orders.alert(1, Orders.full(), over));
            return 1;
        });

        change(
                LATER,
                new AlertChange(
                        1, AlertChange.Kind.REOPENED, Optional.of(Orders.episode(1, Severity.WARNING)), "late_data"));

        assertThat(
                        database.rows(
                                "select a.state, o.crew_id, o.items_open, o.title->>'de' from alert a join work_order o using (order_id)"))
                .containsExactly("open fulda-nord 1 Behälter voll: Ringstraße 1 (B-0001)");
    }

    @Test
    void aNoticeSaysWhenItsReadingWasReceived() {
        Instant received = Orders.NOW.minusSeconds(3);
        database.inTransaction(connection -> {
            Verdicts verdicts = new Verdicts(List.of(Orders.fullBin(1)), List.of(), Map.of(), Map.of(1L, received));
            AppendNotices.on(connection, WriteAlerts.on(connection, verdicts, Orders.PLAN, Orders.NOW));
            return 1;
        });

        assertThat(database.rows("select at - received_at from notice where kind = 'alert.opened'"))
                .containsExactly("00:00:03");
    }

    @Test
    void aCriticalAlertHasAnOrderOfItsOwnAtOnce() {
        Orders.open(database, 1);
        database.inTransaction(connection -> {
            Orders.open(
                    connection,
                    Orders.alert(2, Orders.rule("bin-fire", VerifiedBy.SENSOR), Orders.episode(2, Severity.CRITICAL)));
            return 1;
        });

        assertThat(database.rows("select items, collecting, title->>'de' from work_order order by order_id"))
                .containsExactly("1 t 1 Behälter in Nordend", "1 f Behälter voll: Ringstraße 2 (B-0002)");
    }

    @Test
    void whatOverlapsIsFoundOpenOrClosedButNotWhatAPersonAskedFor() {
        Orders.open(database, 1, 2);
        Orders.endedBySensor(database, 2, 2, LATER);
        database.execute(
                """
                insert into alert (city_id, subject, asset_id, rule_id, edition, severity, state, began_at, opened_at,
                    evidence, changed_at)
                values ('fulda', 'asset:1', 1, 'manual-7', 'manual', 0, 'open', now(), now(), '{}', now())
                """);

        List<StandingAlert> found = database.inTransaction(
                connection -> OverlappingAlerts.on(connection, List.of("asset:1", "asset:2"), LATER));
        List<StandingAlert> later = database.inTransaction(
                connection -> OverlappingAlerts.on(connection, List.of("asset:1", "asset:2"), LATER.plusSeconds(1)));

        assertThat(found).extracting(StandingAlert::alertId).containsExactly(1L, 2L);
        assertThat(later).extracting(StandingAlert::alertId).containsExactly(1L);
    }

    private void change(Instant now, AlertChange change) {
        database.inTransaction(connection -> {
            Orders.change(connection, now, change);
            return 1;
        });
    }
}
