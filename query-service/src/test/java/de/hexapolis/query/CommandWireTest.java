package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.hexapolis.query.sql.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of commands; where an answer is needed, a thread stands in for ingest-service. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class CommandWireTest {
    private static final String ASSET =
            """
            {"city": "fulda", "reference": "AB-50", "kind": "bin", "name": "Neu", "longitude": 9.7, "latitude": 50.5}
            """;

    private static final String DONE =
            "update command set outcome = 'done', finished_at = now(), attachment = null, result = '{}' where outcome"
                    + " is null";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void answersWithTheResultOfWhatWasDone() throws InterruptedException {
        answering(
                "update command set outcome = 'done', finished_at = now(), attachment = null,"
                        + " result = jsonb_build_object('created', true, 'kind', kind, 'body', body, 'city', city_id)"
                        + " where outcome is null",
                () -> {
                    staff().body(ASSET)
                            .post("/api/v1/assets")
                            .then()
                            .statusCode(201)
                            .header("Content-Location", containsString("/api/v1/commands/"))
                            .body("kind", is("put-asset"))
                            .body("city", is("fulda"))
                            .body("body.reference", is("AB-50"));
                    staff().body("{\"name\": \"Anders\"}")
                            .put("/api/v1/assets/1")
                            .then()
                            .body("body.id", is(1))
                            .body("body.city", is("fulda"));
                    staff().body("{\"city\": \"fulda\", \"expected_interval\": \"PT1H\"}")
                            .put("/api/v1/devices/A84041FFFF1234AB")
                            .then()
                            .body("kind", is("put-device"))
                            .body("body.device", is("a84041ffff1234ab"));
                    staff().body("{\"city\": \"fulda\", \"reason\": \"unknown_device\"}")
                            .post("/api/v1/quarantine/replay")
                            .then()
                            .body("kind", is("replay-quarantine"));
                    given().auth()
                            .oauth2(tokens.operator())
                            .contentType("application/zip")
                            .body(new byte[] {'P', 'K', 5, 6})
                            .post("/api/v1/blueprints?overwrite=true")
                            .then()
                            .body("kind", is("load-blueprint"))
                            .body("city", nullValue())
                            .body("body", equalTo(golden("load-blueprint")));
                });
    }

    /** The golden body is what ingest-service reads. */
    @Test
    void changesAnAssetWithTheBodyThatIngestReads() throws InterruptedException {
        Map<String, Object> golden = golden("put-asset");
        Map<String, Object> change = new HashMap<>(golden);
        Object id = change.remove("id");
        cities.run(
                """
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, retired, changed_at)
                overriding system value values (%s, '%s', 'GOLDEN', 'bin', 'Golden', 9.7, 50.5, true, now())
                """
                        .formatted(id, change.remove("city")));
        try {
            answering(
                    "update command set outcome = 'done', finished_at = now(),"
                            + " result = jsonb_build_object('body', body) where outcome is null",
                    () -> staff().body(change)
                            .put("/api/v1/assets/" + id)
                            .then()
                            .statusCode(200)
                            .body("body", equalTo(golden)));
        } finally {
            cities.run("delete from asset where reference = 'GOLDEN'");
        }
    }

    @Test
    void knowsACommandAgainHoweverItsNumbersAreWritten() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        answering(DONE, () -> {
            for (int time = 0; time < 2; time++) {
                staff().header("Idempotency-Key", key)
                        .body("{\"longitude\": 1e1, \"latitude\": 50.50}")
                        .put("/api/v1/assets/1")
                        .then()
                        .statusCode(200);
            }
        });
    }

    @Test
    void tellsAnotherBlueprintFromTheSameSentAgain() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        answering(DONE, () -> {
            blueprint(key, 5).statusCode(200);
            blueprint(key, 5).statusCode(200);
            blueprint(key, 6).statusCode(409).body("code", is("key-already-used"));
        });
    }

    private ValidatableResponse blueprint(String key, int lastByte) {
        return given().auth()
                .oauth2(tokens.operator())
                .header("Idempotency-Key", key)
                .contentType("application/zip")
                .body(new byte[] {'P', 'K', (byte) lastByte})
                .post("/api/v1/blueprints")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'city': 'fulda', 'ids': 17}           | ids     | must be an array of one or more whole numbers
                    {'city': 'fulda', 'ids': []}           | ids     | must be an array of one or more whole numbers
                    {'city': 'fulda', 'ids': [17, 1.5]}    | ids     | must be an array of one or more whole numbers
                    {'city': 'fulda', 'ids': null}         | ids     | must be an array of one or more whole numbers
                    {'city': 'fulda', 'id': [17]}          | id      | not one of reason, device, city, ids
                    {'city': 'fulda', 'reasons': 'x'}      | reasons | not one of reason, device, city, ids
                    {'city': 'fulda', 'reason': ''}        | reason  | must be a text
                    {'city': 'fulda', 'reason': 'unknown-device'} | reason | is not a reason; one of malformed, invalid_reading
                    {'city': 'fulda', 'device': null}      | device  | must be a text
                    {'city': 'fulda', 'device': '\\u0000'} | device  | holds a control character
                    """)
    void replaysNotMoreThanWasMeant(String body, String parameter, String detail) {
        staff().body(body.replace('\'', '"'))
                .post("/api/v1/quarantine/replay")
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("parameter", is(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void replaysNothingOfACityThatIsNotThere() {
        given().auth()
                .oauth2(tokens.operator())
                .contentType("application/json")
                .body("{\"city\": \"fuldaa\"}")
                .post("/api/v1/quarantine/replay")
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("parameter", is("city"))
                .body("detail", containsString("one of fulda, marburg, newport would do"));
    }

    @Test
    void answersWithTheProblemThatRefusedIt() throws InterruptedException {
        answering(
                """
                update command set outcome = 'refused', finished_at = now(), result = '{"problem": {"status": 422,
                    "code": "unknown-kind", "detail": "kind: no kind ''bin''", "parameter": "kind",
                    "problems": [{"line": 3}]}}'
                where outcome is null
                """,
                () -> staff().body(ASSET)
                        .post("/api/v1/assets")
                        .then()
                        .statusCode(422)
                        .contentType("application/problem+json")
                        .body("type", is("https://hexapolis.local/problems/unknown-kind"))
                        .body("title", is("Unknown kind"))
                        .body("parameter", is("kind"))
                        .body("problems[0].line", is(3)));
    }

    @Test
    void promisesAnAnswerWhenNobodyFinishesInTwoSeconds() {
        String key = UUID.randomUUID().toString();
        String location = staff().header("Idempotency-Key", key)
                .body(ASSET)
                .post("/api/v1/assets")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/v1/commands/" + key))
                .body("kind", is("put-asset"))
                .extract()
                .header("Location");
        staff().get(location).then().statusCode(202).body("outcome", nullValue());
        given().auth().oauth2(tokens.staffOf("marburg")).get(location).then().statusCode(404);
        staff().header("Idempotency-Key", key)
                .body("{\"city\": \"fulda\"}")
                .post("/api/v1/assets")
                .then()
                .statusCode(409)
                .body("code", is("key-already-used"));
        cities.run("update command set outcome = 'done', result = '{\"created\": true}', finished_at = now()"
                + " where outcome is null");
        staff().get(location).then().statusCode(200).body("outcome", is("done")).body("result.created", is(true));
        staff().header("Idempotency-Key", key)
                .body(ASSET)
                .post("/api/v1/assets")
                .then()
                .statusCode(201);
        cities.run("update command set outcome = 'refused', result = '{\"problem\": {\"status\": 422}}'");
        staff().get(location).then().statusCode(422);
    }

    @Test
    void takesNoCommandForOtherCities() {
        given().contentType("application/json")
                .body(ASSET)
                .post("/api/v1/assets")
                .then()
                .statusCode(401);
        var foreign = given().auth().oauth2(tokens.staffOf("marburg")).contentType("application/json");
        foreign.body(ASSET).post("/api/v1/assets").then().statusCode(403);
        foreign.body("{}").put("/api/v1/assets/1").then().statusCode(404);
        foreign.body("{\"city\": \"marburg\"}")
                .put("/api/v1/devices/bin-1")
                .then()
                .statusCode(403);
        foreign.body("{}")
                .post("/api/v1/quarantine/replay")
                .then()
                .statusCode(400)
                .body("parameter", is("city"));
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .contentType("application/zip")
                .body(new byte[1])
                .post("/api/v1/blueprints")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesBodiesThatAreNone() {
        staff().body("{\"city\": ")
                .post("/api/v1/assets")
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"));
        staff().body("[]").post("/api/v1/assets").then().statusCode(400).body("code", is("invalid-body"));
        staff().body("{\"city\": \"fulda\", \"properties\": {\"notes\": [\"a\", \"b\\u0000\"]}}")
                .post("/api/v1/assets")
                .then()
                .statusCode(400)
                .body("parameter", is("notes"))
                .body("detail", is("notes: holds a control character"));
        staff().body("{\"city\": \"fulda\", \"properties\": {\"a\\u0000\": 1}}")
                .put("/api/v1/assets/1")
                .then()
                .statusCode(400)
                .body("parameter", is("properties"));
        staff().body("{}").post("/api/v1/assets").then().statusCode(400).body("parameter", is("city"));
        staff().header("Idempotency-Key", "7")
                .body(ASSET)
                .post("/api/v1/assets")
                .then()
                .statusCode(400)
                .body("detail", startsWith("Idempotency-Key: '7' is not a UUID"));
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/assets")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private static Map<String, Object> golden(String command) {
        return JsonPath.from(Sql.beside(CommandWireTest.class, "/golden/command-%s.json".formatted(command)))
                .getMap("");
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(tokens.staffOf("fulda")).contentType("application/json");
    }

    private void answering(String sql, Runnable requests) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread ingest = new Thread(() -> {
            while (!done.get()) {
                cities.run(sql);
            }
        });
        ingest.start();
        try {
            requests.run();
        } finally {
            done.set(true);
            ingest.join();
        }
    }
}
