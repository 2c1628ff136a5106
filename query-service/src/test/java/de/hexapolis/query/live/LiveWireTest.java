package de.hexapolis.query.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class LiveWireTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Listener listener : listeners) {
            listener.close();
        }
        await().until(() -> given().get("/q/metrics").asString().contains("hexapolis_live_streams 0.0"));
    }

    @Test
    void tellsAsItHappens() throws Exception {
        Listener staff = listen(tokens.staffOf("fulda"), "", "");
        happens("alert.changed", "fulda", "'fulda-nord'", 12, "null");
        Listener.Event event = staff.next();
        assertThat(event.name()).isEqualTo("alert.changed");
        JsonNode cloudEvent = MAPPER.readTree(event.data());
        assertThat(cloudEvent.path("specversion").asText()).isEqualTo("1.0");
        assertThat(cloudEvent.path("type").asText()).isEqualTo("de.hexapolis.alert.changed");
        assertThat(cloudEvent.path("source").asText()).isEqualTo("/v1/fulda");
        assertThat(cloudEvent.path("subject").asText()).isEqualTo("alerts/12");
        assertThat(cloudEvent.path("sequence").asText()).isEqualTo(event.id());
        assertThat(cloudEvent.path("data").path("state").asText()).isEqualTo("changed");
    }

    @Test
    void tellsNobodyOfATestThatIsForAChannelAlone() throws Exception {
        Listener staff = listen(tokens.staffOf("fulda"), "", "");
        happens("channel.test", "fulda", "'staff'", 12, "null");
        happens("alert.changed", "fulda", "'fulda-nord'", 12, "null");
        assertThat(staff.next().name()).isEqualTo("alert.changed");
    }

    @Test
    void resumesWhereItLeft() throws Exception {
        Listener first = listen(tokens.staffOf("fulda"), "", "");
        happens("order.opened", "fulda", "'fulda-nord'", 12, "7");
        String last = first.next().id();
        first.close();
        for (int missed = 0; missed < 700; missed++) {
            happens("order.changed", "fulda", "'fulda-nord'", 12, "7");
        }
        Listener second = listen(tokens.staffOf("fulda"), "", last);
        happens("order.closed", "fulda", "'fulda-nord'", 12, "7");
        List<Long> ids = new ArrayList<>();
        Listener.Event event;
        do {
            event = second.next();
            ids.add(Long.parseLong(event.id()));
        } while (!event.name().equals("order.closed"));
        assertThat(ids).hasSize(701).doesNotHaveDuplicates().isSorted();
        assertThat(ids.get(0)).isEqualTo(Long.parseLong(last) + 1);
    }

    @Test
    void saysToLoadAnewToWhoComesBackWithWhatIsNotKept() throws Exception {
        Listener staff = listen(tokens.staffOf("fulda"), "", "999999999");
        assertThat(staff.next().name()).isEqualTo("reset");
        happens("order.changed", "fulda", "'fulda-nord'", 12, "7");
        assertThat(staff.next().name()).isEqualTo("order.changed");
    }

    @Test
    void tellsOfChannelsByTheNoticesOwnNumber() throws Exception {
        Listener staff = listen(tokens.staffOf("fulda"), "?kinds=channel", "");
        cities.run(
                """
                insert into notice (notice_id, city_id, crew_id, kind, severity, at, body, spread)
                values (nextval('notice_number'), 'fulda', 'staff', 'channel.failing', 1, now(), '{}', true);
                select pg_notify('notice', '')
                """);
        Listener.Event event = staff.next();
        assertThat(event.name()).isEqualTo("channel.failing");
        assertThat(MAPPER.readTree(event.data()).path("subject").asText()).isEqualTo("notices/" + event.id());
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() throws Exception {
        Listener staff = listen(tokens.staffOf("fulda"), "", "");
        happens("order.opened", "fulda", "'fulda-nord'", 12, "7");
        assertThat(staff.next().name()).isEqualTo("order.opened");
        long ended = cities.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = current_database() and query like '%from notice where notice_id > %'"
                + " and pid <> pg_backend_pid()");
        assertThat(ended).isPositive();
        happens("order.changed", "fulda", "'fulda-nord'", 12, "7");
        happens("order.closed", "fulda", "'fulda-nord'", 12, "7");
        assertThat(staff.next().name()).isEqualTo("order.changed");
        assertThat(staff.next().name()).isEqualTo("order.closed");
    }

    @Test
    void tellsACrewOfItsOwnOrdersOnly() throws Exception {
        Listener crew = listen(tokens.crewOf("fulda", "fulda-nord"), "?kinds=order", "");
        happens("order.changed", "fulda", "'fulda-gruen'", 14, "8");
        happens("order.changed", "marburg", "'staff'", 15, "9");
        happens("order.changed", "fulda", "'staff'", 16, "null");
        happens("alert.changed", "fulda", "'fulda-nord'", 12, "7");
        happens("order.closed", "fulda", "'fulda-nord'", 12, "7");
        assertThat(crew.next().name()).isEqualTo("order.closed");
    }

    @Test
    void tellsACrewNothingThatIsForTheStaffThoughItsTokenNamesNoCrews() throws Exception {
        Listener crew = listen(tokens.crewOf("fulda"), "?kinds=alert,order", "");
        happens("alert.opened", "fulda", "'staff'", 12, "null");
        happens("order.closed", "fulda", "'fulda-nord'", 12, "7");
        assertThat(crew.next().name()).isEqualTo("order.closed");
    }

    @Test
    void refusesASixthStreamOfOnePerson() throws Exception {
        for (int open = 0; open < 5; open++) {
            listen(tokens.operator(), "", "");
        }
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/live")
                .then()
                .statusCode(429)
                .body("code", is("too-many-streams"))
                .body("detail", containsString("5 streams of yours"));
        listen(tokens.staffOf("fulda"), "", "");
    }

    @Test
    void isNotForThePublic() {
        given().get("/api/v1/live").then().statusCode(401);
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/live?kinds=bins")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/live?city=marburg")
                .then()
                .statusCode(400);
    }

    private Listener listen(String token, String query, String last) throws Exception {
        Listener listener = Listener.open(RestAssured.port, "/api/v1/live" + query, token, last);
        listeners.add(listener);
        return listener;
    }

    private void happens(String kind, String city, String crew, long alert, String order) {
        cities.run(
                """
                insert into notice (notice_id, city_id, crew_id, kind, alert_id, order_id, severity, at, body, spread)
                values (nextval('notice_number'), '%s', %s, '%s', %d, %s, 1, now(), '{"state":"changed"}', true);
                select pg_notify('notice', '')
                """
                        .formatted(city, crew, kind, alert, order));
    }
}
