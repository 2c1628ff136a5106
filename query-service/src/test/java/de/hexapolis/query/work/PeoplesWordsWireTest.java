package de.hexapolis.query.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import de.hexapolis.query.sql.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What people say becomes the commands that ingest-service reads: the golden bodies. A thread stands in for it. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class PeoplesWordsWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void areHandedOverAsIngestReadsThem() throws InterruptedException {
        answering(() -> {
            spoken("answer-alert", "answer-alert", "/api/v1/alerts/12/done", "alerts", "action");
            spoken("answer-order", "answer-alert", "/api/v1/orders/7/not-possible", "order", "action");
            spoken("assign-order", "answer-alert", "/api/v1/orders/7/assign", "order", "action");
            spoken("put-order", "put-order", "/api/v1/orders");
        });
        cities.run(
                """
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, retired, changed_at)
                overriding system value values (17, 'fulda', 'GOLDEN-17', 'bin', 'Golden', 9.7, 50.5, true, now());
                insert into series (series_id, asset_id, device_id, city_id, quantity, channel, derived)
                overriding system value values (4711, 17, 3, 'fulda', 'fill_level', 'golden', false);
                insert into occurrence (occurrence_id, asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
                overriding system value values (4, 17, 'fulda', 'watering', now(), '{}', 'sensor', now());
                insert into series_flag (flag_id, series_id, flag, from_at, changed_at)
                overriding system value values (9, 4711, 'stuck', now(), now());
                """);
        try {
            answering(() -> {
                spoken("put-occurrence", "put-occurrence", "/api/v1/occurrences");
                spoken("correct-occurrence", "put-occurrence", "/api/v1/occurrences/4/correct", "occurrence", "action");
                spoken("remove-occurrence", "put-occurrence", "/api/v1/occurrences/4/remove", "occurrence", "action");
                spoken("put-flag", "put-flag", "/api/v1/flags");
                spoken("end-flag", "put-flag", "/api/v1/flags/9/end", "flag", "action");
            });
        } finally {
            cities.run(
                    """
                    delete from series_flag where flag_id = 9; delete from occurrence where occurrence_id = 4;
                    delete from series where series_id = 4711; delete from asset where asset_id = 17;
                    """);
        }
    }

    /** @param inTheAddress fields of the golden body that the address says */
    private void spoken(String golden, String kind, String address, String... inTheAddress) {
        Map<String, Object> body = golden(golden);
        Map<String, Object> said = new HashMap<>(body);
        for (String field : inTheAddress) {
            assertThat(said.remove(field)).as(field).isNotNull();
        }
        with(tokens.staffOf("fulda"))
                .body(said)
                .post(address)
                .then()
                .statusCode(200)
                .body("kind", is(kind))
                .body("city", is("fulda"))
                .body("body", equalTo(body));
    }

    @Test
    void mayHaveNoBody() throws InterruptedException {
        answering(() -> with(tokens.crewOf("fulda", "fulda-nord"))
                .post("/api/v1/alerts/12/acknowledge")
                .then()
                .statusCode(200)
                .body("body.action", is("acknowledge"))
                .body("body.alerts", contains(12)));
    }

    @Test
    void areRefusedWhereNobodyWouldReadThem() {
        RequestSpecification staff = with(tokens.staffOf("fulda"));
        staff.body("{\"assets\": [1]}")
                .post("/api/v1/alerts/12/done")
                .then()
                .statusCode(400)
                .body("parameter", is("assets"));
        staff.body("{\"when\": 1}")
                .post("/api/v1/orders/7/done")
                .then()
                .statusCode(400)
                .body("parameter", is("when"));
        staff.body("{}").post("/api/v1/orders/7/undone").then().statusCode(404);
        staff.body("{\"city\": \"marburg\"}").post("/api/v1/orders").then().statusCode(403);
        staff.body("{\"kind\": \"emptying\"}")
                .post("/api/v1/occurrences")
                .then()
                .statusCode(400)
                .body("parameter", is("asset"));
        staff.body("{\"asset\": 7}").post("/api/v1/occurrences").then().statusCode(404);
        staff.body("{\"asset\": 1}").post("/api/v1/occurrences/6/remove").then().statusCode(400);
        staff.body("{}").post("/api/v1/occurrences/6/remove").then().statusCode(404);
        with(tokens.crewOf("fulda", "fulda-gruen"))
                .body("{}")
                .post("/api/v1/occurrences/5/remove")
                .then()
                .statusCode(403)
                .body("detail", is("no order of your crews is about asset 2"));
        staff.body("{\"series\": 71}").post("/api/v1/flags").then().statusCode(404);
        staff.body("{}").post("/api/v1/flags/4/end").then().statusCode(404);
        with(tokens.crewOf("fulda"))
                .body("{}")
                .post("/api/v1/flags/3/end")
                .then()
                .statusCode(403);
    }

    @Test
    void areListed() {
        with(tokens.crewOf("fulda"))
                .get("/api/v1/occurrences?kind=emptying")
                .then()
                .statusCode(200)
                .body("occurrences.id", contains(5))
                .body("occurrences[0].told_by", is("sensor"))
                .body("occurrences[0].detail.after", is(4));
        with(tokens.staffOf("marburg")).get("/api/v1/occurrences").then().body("occurrences.id", contains(6));
        with(tokens.operator())
                .get("/api/v1/occurrences?asset=7&limit=1")
                .then()
                .body("occurrences.id", contains(6));
        with(tokens.staffOf("fulda"))
                .get("/api/v1/occurrences?kind=snow")
                .then()
                .statusCode(400)
                .body("detail", containsString("one of emptying"));
        with(tokens.staffOf("fulda"))
                .get("/api/v1/flags?open=true")
                .then()
                .statusCode(200)
                .body("flags.id", contains(3))
                .body("flags[0].flag", is("out_of_range"))
                .body("flags[0].asset", is(9))
                .body("flags[0].set_by", is("sensor"));
        with(tokens.operator()).get("/api/v1/flags?open=false").then().body("flags.id", contains(4));
        with(tokens.crewOf("fulda")).get("/api/v1/flags").then().statusCode(403);
    }

    private static Map<String, Object> golden(String command) {
        return JsonPath.from(Sql.beside(PeoplesWordsWireTest.class, "/golden/command-%s.json".formatted(command)))
                .getMap("");
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private void answering(Runnable requests) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread ingest = new Thread(() -> {
            while (!done.get()) {
                cities.run("update command set outcome = 'done', finished_at = now(),"
                        + " result = jsonb_build_object('kind', kind, 'body', body, 'city', city_id)"
                        + " where outcome is null");
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
