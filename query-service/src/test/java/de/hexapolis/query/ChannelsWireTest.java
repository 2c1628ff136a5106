package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels and deliveries as staff see them, and what becomes a command. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class ChannelsWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @BeforeEach
    void insert() {
        cities.run(
                """
                insert into channel (channel_id, city_id, kind, name, address, secret, state, failing_since, last_error,
                    changed_at)
                overriding system value values
                    (901, 'fulda', 'webhook', 'Tickets', 'https://tickets.example/hook', 'whsec_hidden', 'failing',
                        '2026-07-01T08:00:00Z', 'answered 503', '2026-07-01Z'),
                    (902, 'fulda', 'push', 'push', 'https://push.example/personal', '{}', 'active', null, null,
                        '2026-07-01Z'),
                    (903, 'marburg', 'mail', 'Bauhof', 'a@marburg.example', null, 'active', null, null, '2026-07-01Z');
                insert into notice (notice_id, id, city_id, kind, severity, at, body, spread) values
                    (9001, '11111111-1111-1111-1111-111111111111', 'fulda', 'order.opened', 1, '2026-07-01T08:00:00Z', '{}',
                        true),
                    (9002, '22222222-2222-2222-2222-222222222222', 'marburg', 'order.opened', 1, '2026-07-01T08:00:00Z',
                        '{}', true);
                insert into delivery (notice_id, channel_id, not_before, give_up_at, attempts, last_error) values
                    (9001, 901, '2026-07-01T08:10:00Z', '2026-07-02T08:00:00Z', 3, 'answered 503'),
                    (9002, 903, '2026-07-01T08:10:00Z', '2026-07-02T08:00:00Z', 0, null);
                """);
    }

    @AfterEach
    void delete() {
        cities.run(
                "delete from channel where channel_id > 900 and channel_id < 1000; delete from notice where notice_id"
                        + " > 9000; delete from command where kind = 'put-channel'");
    }

    @Test
    void showsADeadChannelAndNoSecretOfIt() {
        staff().get("/api/v1/channels?state=failing")
                .then()
                .statusCode(200)
                .body("channels", hasSize(1))
                .body("channels[0].id", is(901))
                .body("channels[0].failing_since", is("2026-07-01T08:00:00Z"))
                .body("channels[0].last_error", is("answered 503"))
                .body("channels[0].waiting", is(1))
                .body("channels[0].secret", nullValue());
        staff().get("/api/v1/channels?city=fulda")
                .then()
                .body("channels.id", contains(901, 902))
                .body("channels[1].address", is("https://push.example"));
        given().auth()
                .oauth2(tokens.crewOf("fulda"))
                .get("/api/v1/channels")
                .then()
                .statusCode(403);
    }

    @Test
    void walksThroughChannelsPageByPage() {
        String link = operator()
                .get("/api/v1/channels?limit=1")
                .then()
                .body("channels", hasSize(1))
                .extract()
                .header("Link");
        operator()
                .urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .header("Link", containsString("cursor="))
                .body("channels.id", contains(901));
    }

    @Test
    void showsWhatWaitsAndWhy() {
        staff().get("/api/v1/deliveries?state=waiting")
                .then()
                .statusCode(200)
                .body("deliveries", hasSize(1))
                .body("deliveries[0].notice", is("11111111-1111-1111-1111-111111111111"))
                .body("deliveries[0].channel", is(901))
                .body("deliveries[0].attempts", is(3))
                .body("deliveries[0].not_before", is("2026-07-01T08:10:00Z"));
        operator()
                .get("/api/v1/deliveries?limit=1")
                .then()
                .header("Link", containsString("cursor="))
                .body("deliveries.city", contains("marburg"));
        staff().get("/api/v1/deliveries?state=lost").then().statusCode(400);
    }

    @Test
    void showsWhatBecameOfTheLastTest() {
        cities.run(
                """
                insert into notice (notice_id, id, city_id, kind, severity, at, body, spread) values
                    (9003, '33333333-3333-3333-3333-333333333333', 'fulda', 'channel.test', 0, '2026-07-01T09:00:00Z',
                        '{"channel": 901}', true),
                    (9004, '44444444-4444-4444-4444-444444444444', 'fulda', 'channel.test', 0, '2026-07-01T09:05:00Z',
                        '{"channel": 901}', true),
                    (9005, '55555555-5555-5555-5555-555555555555', 'fulda', 'channel.test', 0, '2026-07-01T09:10:00Z',
                        '{"channel": 902}', false);
                insert into delivery (notice_id, channel_id, state, not_before, give_up_at, attempts, last_error) values
                    (9003, 901, 'delivered', '2026-07-01T09:00:00Z', '2026-07-02T09:00:00Z', 1, null),
                    (9004, 901, 'waiting', '2026-07-01T09:06:00Z', '2026-07-02T09:05:00Z', 2, 'answered 503');
                """);
        staff().get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("channels.id", contains(901, 902))
                .body("channels[0].last_test.notice", is("44444444-4444-4444-4444-444444444444"))
                .body("channels[0].last_test.at", is("2026-07-01T09:05:00Z"))
                .body("channels[0].last_test.state", is("waiting"))
                .body("channels[0].last_test.attempts", is(2))
                .body("channels[0].last_test.last_error", is("answered 503"))
                .body("channels[1].last_test.state", is("waiting"))
                .body("channels[1].last_test.attempts", is(0));
        operator().get("/api/v1/channels?city=marburg").then().body("channels[0].last_test", nullValue());
        staff().get("/api/v1/deliveries?notice=44444444-4444-4444-4444-444444444444")
                .then()
                .body("deliveries.kind", contains("channel.test"));
    }

    @Test
    void handsChangesOverForTheChannelsCity() {
        staff().body("{\"name\": \"Anders\"}")
                .put("/api/v1/channels/901")
                .then()
                .statusCode(202)
                .body("kind", is("put-channel"))
                .body("city", is("fulda"));
        staff().delete("/api/v1/channels/901").then().statusCode(202);
        staff().post("/api/v1/channels/901/enable").then().statusCode(202);
        staff().post("/api/v1/channels/901/test").then().statusCode(202).body("kind", is("put-channel"));
        staff().post("/api/v1/channels/903/test").then().statusCode(404);
        staff().body("{\"name\": \"Anders\"}")
                .put("/api/v1/channels/903")
                .then()
                .statusCode(404);
        staff().body("{\"secret\": \"mine\"}")
                .put("/api/v1/channels/901")
                .then()
                .statusCode(400)
                .body("parameter", is("secret"));
        staff().body("{\"city\": \"marburg\", \"kind\": \"mail\"}")
                .post("/api/v1/channels")
                .then()
                .statusCode(403);
        staff().body("{\"city\": \"fulda\", \"kind\": \"push\"}")
                .post("/api/v1/channels")
                .then()
                .statusCode(400);
    }

    @Test
    void subscribesABrowserAsThePersonWhoAsks() {
        String body =
                """
                {"city": "fulda", "crew": "nord", "endpoint": "https://push.example/me", "expirationTime": null,
                 "keys": {"p256dh": "x", "auth": "y"}, "language": "de"}
                """;
        crew().body(body)
                .put("/api/v1/push/subscription")
                .then()
                .statusCode(202)
                .body("requested_by", is("kim"));
        crew().body(body.replace("\"crew\": \"nord\",", ""))
                .put("/api/v1/push/subscription")
                .then()
                .statusCode(400)
                .body("parameter", is("crew"));
        crew().body(body.replace("fulda", "marburg"))
                .put("/api/v1/push/subscription")
                .then()
                .statusCode(403);
        crew().delete("/api/v1/push/subscription?endpoint=https://push.example/me")
                .then()
                .statusCode(202);
        crew().get("/api/v1/push/key").then().statusCode(404).body("detail", not(nullValue()));
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(tokens.staffOf("fulda")).contentType("application/json");
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(tokens.operator());
    }

    private RequestSpecification crew() {
        return given().auth().oauth2(tokens.crewOf("fulda")).contentType("application/json");
    }
}
