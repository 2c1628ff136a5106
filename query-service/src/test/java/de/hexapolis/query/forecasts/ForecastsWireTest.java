package de.hexapolis.query.forecasts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bins and a tree of Fulda, one bin likely full by the round, the tree's forecast carried. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class ForecastsWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @BeforeEach
    void foretell() {
        cities.run(
                """
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, changed_at)
                overriding system value values
                    (9001, 'fulda', 'F-1', 'bin', 'One', 9.7, 50.5, now()),
                    (9002, 'fulda', 'F-2', 'bin', 'Two', 9.7, 50.5, now()),
                    (9003, 'fulda', 'F-3', 'tree', 'Tree', 9.7, 50.5, now());
                insert into forecast (asset_id, kind, channel, made_at, reading_at, level, p10, p50, p90, round_at, by_round,
                    carried_from, basis) values
                    (9001, 'full', '', '2026-07-01 08:00Z', '2026-07-01 07:55Z', 61.23456, '2026-07-02 08:00Z',
                        '2026-07-02 20:00Z', '2026-07-03 08:00Z', '2026-07-03 04:00Z', 0.8, 0, '{"method": "bins-1"}'),
                    (9002, 'full', '', '2026-07-01 08:00Z', '2026-07-01 07:55Z', 12, '2026-07-09 08:00Z', null, null,
                        '2026-07-03 04:00Z', 0.01, 0, '{"method": "bins-1"}'),
                    (9003, 'dry', '30cm', '2026-07-01 08:00Z', null, null, '2026-07-04Z', '2026-07-06Z', '2026-07-09Z', null,
                        null, 7, '{"method": "carried-1", "alike": ["city", "soil", "age"]}'),
                    (9003, 'dry', '60cm', '2026-07-01 08:00Z', null, null, '2026-07-05Z', '2026-07-08Z', '2026-07-12Z', null,
                        null, 7, '{"method": "carried-1", "alike": ["city", "soil", "age"]}');
                """);
    }

    @AfterEach
    void forget() {
        cities.run("delete from forecast; delete from asset where asset_id between 9001 and 9003");
    }

    private RequestSpecification staff() {
        return given().header("Authorization", "Bearer " + tokens.staffOf("fulda"));
    }

    @Test
    void haveAnIntervalAProbabilityAndWhy() {
        staff().get("/api/v1/forecasts?city=fulda&kind=bin")
                .then()
                .statusCode(200)
                .body("forecasts.reference", contains("F-1", "F-2"))
                .body("forecasts[0].of", is("full"))
                .body("forecasts[0].level", is(61.235f))
                .body("forecasts[0].p50", is("2026-07-02T20:00:00Z"))
                .body("forecasts[0].by_round", is(0.8f))
                .body("forecasts[0].carried", nullValue())
                .body("forecasts[0].basis.method", is("bins-1"))
                .body("forecasts[1].p50", nullValue());
    }

    @Test
    void ofTreesWithoutAProbeSayFromWhatTheyWereCarried() {
        staff().get("/api/v1/forecasts?kind=tree")
                .then()
                .statusCode(200)
                .body("forecasts.channel", contains("30cm", "60cm"))
                .body("forecasts[0].carried.from", is(7))
                .body("forecasts[0].carried.alike", contains("city", "soil", "age"))
                .body("forecasts[0].reading_at", nullValue());
    }

    @Test
    void canBeAskedForThoseThatARoundComesTooLateFor() {
        staff().get("/api/v1/forecasts?by_round_over=0.5").then().body("forecasts.reference", contains("F-1"));
        staff().get("/api/v1/forecasts?by_round_over=2").then().statusCode(400).body("parameter", is("by_round_over"));
    }

    @Test
    void comeInPagesThatMayEndBetweenTwoDepths() {
        String link = staff().get("/api/v1/forecasts?limit=3")
                .then()
                .body("forecasts.asset", contains(9001, 9002, 9003))
                .extract()
                .header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));

        staff().urlEncodingEnabled(false).get(next).then().statusCode(200).body("forecasts.channel", contains("60cm"));
    }

    @Test
    void areForStaffAndCrewsOfTheCity() {
        given().get("/api/v1/forecasts").then().statusCode(401);
        given().header("Authorization", "Bearer " + tokens.crewOf("fulda", "fulda-nord"))
                .get("/api/v1/forecasts")
                .then()
                .statusCode(200)
                .body("forecasts", not(empty()));
        given().header("Authorization", "Bearer " + tokens.staffOf("marburg"))
                .get("/api/v1/forecasts")
                .then()
                .body("forecasts", empty());
    }
}
