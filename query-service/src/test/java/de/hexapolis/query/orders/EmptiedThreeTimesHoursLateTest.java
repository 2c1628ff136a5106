package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A phone without network says "emptied" when it has one again, and says it three times. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class EmptiedThreeTimesHoursLateTest {
    private static final String BODY = "{\"at\": \"2026-07-01T09:05:00Z\", \"assets\": [1]}";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void isOneCommandWithOneAnswer() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        String phone = tokens.crewOf("fulda", "fulda-nord");
        List<String> answers = new ArrayList<>();
        Response first = emptied(phone, key, BODY);
        assertThat(first.statusCode()).as("nobody has carried it out yet").isEqualTo(202);
        assertThat(first.header("Location")).endsWith("/api/v1/commands/" + key);
        answering(() -> {
            for (int time = 0; time < 2; time++) {
                Response answer = emptied(phone, key, BODY);
                assertThat(answer.statusCode()).isEqualTo(200);
                answers.add(answer.asString());
            }
            given().auth()
                    .oauth2(phone)
                    .get("/api/v1/commands/" + key)
                    .then()
                    .statusCode(200)
                    .body("result.alerts[0].state", is("done"));
        });
        assertThat(answers).hasSize(2).containsOnly(answers.get(0));
        assertThat(cities.count("select count(*) from command where command_id = '%s'".formatted(key)))
                .isEqualTo(1);
        emptied(phone, key, "{}").then().statusCode(409).body("code", is("key-already-used"));
        emptied(tokens.staffOf("fulda"), key, BODY).then().statusCode(409);
    }

    @Test
    void tellsNobodyElseWhatBecameOfIt() {
        String key = UUID.randomUUID().toString();
        emptied(tokens.crewOf("fulda", "fulda-nord"), key, BODY);
        String address = "/api/v1/commands/" + key;
        given().auth().oauth2(tokens.staffOf("fulda")).get(address).then().statusCode(202);
        given().auth().oauth2(tokens.staffOf("marburg")).get(address).then().statusCode(404);
        given().auth()
                .oauth2(tokens.crewNamed("lu", "fulda"))
                .get(address)
                .then()
                .statusCode(404);
    }

    private static Response emptied(String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/orders/7/done");
    }

    private void answering(Runnable requests) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread ingest = new Thread(() -> {
            while (!done.get()) {
                cities.run(
                        """
                        update command set outcome = 'done', finished_at = now(),
                            result = '{"alerts": [{"id": 12, "state": "done"}]}'
                        where outcome is null
                        """);
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
