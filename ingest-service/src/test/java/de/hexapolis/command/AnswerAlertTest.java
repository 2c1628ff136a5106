package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.orders.Orders;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What crews say, as query-service hands it over. The platform's clock shows about 11:00 of the day. */
class AnswerAlertTest {
    private final PlatformClock clock = PlatformClock.of(Instant.now(), Instant.parse("2026-07-01T11:00:00Z"), 1);

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new AnswerAlert(clock), new PutOrder(clock));

    @BeforeEach
    void fullBins() {
        Orders.aCity(database);
        Orders.open(database, 1, 2, 3);
    }

    @Test
    void takesTheBodiesThatTheQueryServiceSends() throws IOException {
        database.execute(
                """
                alter table work_order alter order_id restart with 7;
                insert into work_order (city_id, crew_id, district_id, work, collecting, severity, opened_at, changed_at)
                values ('fulda', 'fulda-nord', 'nordend', 'empty', false, 1, now(), now());
                insert into alert (alert_id, city_id, subject, asset_id, order_id, rule_id, edition, severity, state,
                    began_at, opened_at, evidence, changed_at)
                overriding system value
                select id, 'fulda', 'asset:' || asset, asset, nullif(o, 0), 'bin-tilt', 'manual', 1, 'open',
                    '2026-07-01T08:00Z', '2026-07-01T08:00Z', '{"verified_by": "sensor"}', now()
                from (values (12, 9, 0), (13, 3, 7), (14, 4, 7), (15, 5, 7)) n (id, asset, o);
                """);

        JsonNode alert = commands.carryOutFor("fulda", "answer-alert", golden("answer-alert"));
        JsonNode order = commands.carryOutFor("fulda", "answer-alert", golden("answer-order"));
        JsonNode assigned = commands.carryOutFor("fulda", "answer-alert", golden("assign-order"));

        assertThat(alert.at("/result/alerts/0/state").asText()).isEqualTo("done");
        assertThat(order.at("/result/alerts").size()).isEqualTo(2);
        assertThat(order.at("/result/alerts/0/state").asText()).isEqualTo("not_possible");
        assertThat(order.at("/result/order").asLong()).isEqualTo(7);
        assertThat(assigned.path("outcome").asText()).isEqualTo("done");
        assertThat(database.rows("select distinct assignee from alert where order_id = 7"))
                .containsExactly("a.beispiel");
        assertThat(database.rows("select assignee, due_at is not null from work_order where order_id = 7"))
                .containsExactly("a.beispiel t");
    }

    @Test
    void emptiedThreeTimesHoursLateIsRecordedAndChangesNothingAfterTheFirst() {
        database.execute("update alert set state = 'verified', closed_at = now(), ended_at = now() where alert_id = 2");
        String emptied = "{\"alerts\": [1, 2], \"action\": \"done\", \"at\": \"2026-07-01T07:05:00Z\"}";

        JsonNode first = commands.carryOut("answer-alert", emptied);
        int told = database.rows("select * from notice").size();
        JsonNode second = commands.carryOut("answer-alert", emptied);
        JsonNode third = commands.carryOut("answer-alert", emptied);

        assertThat(first.at("/result/changed").asBoolean()).isTrue();
        assertThat(second.at("/result/changed").asBoolean()).isFalse();
        assertThat(third.path("outcome").asText()).isEqualTo("done");
        assertThat(third.at("/result/alerts/0/state").asText()).isEqualTo("done");
        assertThat(third.at("/result/alerts/1/state").asText()).isEqualTo("verified");
        assertThat(database.rows("select alert_id, count(*) from history where action = 'done' group by 1 order by 1"))
                .containsExactly("1 3", "2 3");
        assertThat(database.rows("select * from notice")).hasSize(told);
        assertThat(database.rows("select count(*) from timer where kind = 'look_again'"))
                .containsExactly("1");
        assertThat(database.rows("select done_at = '2026-07-01T07:05Z' from alert where alert_id = 1"))
                .containsExactly("t");
    }

    @Test
    void ofAnOrderAllThatIsOpenIsMeantUnlessAssetsAreNamed() {
        commands.carryOut("answer-alert", "{\"order\": 1, \"assets\": [2], \"action\": \"done\"}");
        assertThat(database.rows("select state from alert order by alert_id")).containsExactly("open", "done", "open");

        commands.carryOut("answer-alert", "{\"order\": 1, \"action\": \"start\"}");
        assertThat(database.rows("select state from alert order by alert_id"))
                .containsExactly("in_progress", "done", "in_progress");
        assertThat(database.rows("select state, collecting from work_order")).containsExactly("in_progress f");
    }

    @Test
    void aCommentOnAnOrderIsOneRow() {
        commands.carryOut("answer-alert", "{\"order\": 1, \"action\": \"comment\", \"text\": \"Tor ist zu\"}");

        assertThat(database.rows(
                        "select order_id, alert_id, detail->>'text', actor from history where action = 'comment'"))
                .containsExactly("1 null Tor ist zu test");
    }

    @Test
    void whatCannotBeIsRefusedWithAStableCode() {
        assertThat(code("{\"alerts\": [1], \"action\": \"done\", \"at\": \"2026-06-30T07:59:00Z\"}"))
                .isEqualTo("422 impossible-time");
        assertThat(code("{\"alerts\": [1], \"action\": \"done\", \"at\": \"2026-07-01T11:10:00Z\"}"))
                .isEqualTo("422 impossible-time");
        assertThat(code("{\"alerts\": [99], \"action\": \"done\"}")).isEqualTo("404 not-found");
        assertThat(code("{\"order\": 1, \"assets\": [9], \"action\": \"done\"}"))
                .isEqualTo("404 not-found");
        assertThat(code("{\"alerts\": [1], \"action\": \"dance\"}")).isEqualTo("400 invalid-parameter");
        assertThat(code("{\"alerts\": [1], \"order\": 1, \"action\": \"done\"}"))
                .isEqualTo("400 invalid-parameter");
        assertThat(code("{\"alerts\": [1], \"action\": \"not-possible\"}")).isEqualTo("400 invalid-parameter");
        assertThat(code("{\"alerts\": [1], \"action\": \"comment\"}")).isEqualTo("400 invalid-parameter");
        assertThat(code("{\"alerts\": [1], \"action\": \"assign\"}")).isEqualTo("400 invalid-parameter");
        assertThat(code("{\"alerts\": [1], \"action\": \"withdraw\"}")).isEqualTo("null null");
        assertThat(code("{\"alerts\": [1], \"action\": \"withdraw\"}")).isEqualTo("409 invalid-transition");
        JsonNode stranger = commands.carryOutFor("marburg", "answer-alert", "{\"alerts\": [1], \"action\": \"done\"}");
        assertThat(stranger.at("/result/problem/code").asText()).isEqualTo("not-found");
        assertThat(database.rows("select count(*) from history where action = 'done'"))
                .containsExactly("0");
    }

    @Test
    void anOrderMadeByAPersonIsVerifiedByTheSensorWhereOneSeesItElseByAPerson() throws IOException {
        database.execute("insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)"
                + " values ('fulda', 'B-99', 'bin', 'Ohne Sensor', 9.6, 50.5, now())");

        JsonNode made =
                commands.carryOutFor("fulda", "put-order", golden("put-order").replace("[1, 2]", "[1, 10]"));

        assertThat(made.at("/result/created").asBoolean()).isTrue();
        assertThat(database.rows("select title->>'de', items, made_by, collecting from work_order where order_id = 2"))
                .containsExactly("Nach dem Stadtfest leeren 2 person f");
        assertThat(database.rows("select asset_id, evidence->>'verified_by', edition, due_at is null from alert"
                        + " where order_id = 2 order by 1"))
                .containsExactly("1 sensor manual f", "10 person manual f");
        commands.carryOut("answer-alert", "{\"order\": 2, \"action\": \"done\"}");
        assertThat(database.rows("select state from alert where order_id = 2 order by asset_id"))
                .containsExactly("done", "verified");
        assertThat(database.rows("select asset_id, kind, told_by from occurrence"))
                .containsExactly("10 emptying person");
    }

    @Test
    void anOrderForNobodyOrNothingIsRefused() throws IOException {
        String golden = golden("put-order");

        assertThat(detail(golden.replace("fulda-nord", "nobody")))
                .isEqualTo("crew: there is no crew 'nobody' in 'fulda'");
        assertThat(detail(golden.replace("[1, 2]", "[1, 77]"))).isEqualTo("assets: there is no asset 77 in 'fulda'");
        assertThat(detail(golden.replace("\"empty\"", "\"dance\"")))
                .startsWith("work: 'dance' is none of empty, water");
        assertThat(detail(golden.replace("\"en\"", "\"fr\""))).isEqualTo("title.en: is missing");
    }

    private String detail(String body) {
        return commands.carryOut("put-order", body).at("/result/problem/detail").asText();
    }

    private String code(String body) {
        JsonNode problem = commands.carryOut("answer-alert", body).at("/result/problem");
        return problem.path("status").asText("null") + " "
                + problem.path("code").asText("null");
    }

    private static String golden(String name) throws IOException {
        try (InputStream body = Objects.requireNonNull(
                AnswerAlertTest.class.getResourceAsStream("/golden/command-" + name + ".json"), "golden message")) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
