package de.hexapolis.query.aggregates;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A city kept its readings for a few days, and keeps them for longer now: what was deleted stays deleted. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class DeletedReadingsWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @AfterEach
    void nothingIsDeleted() {
        cities.run("update city set raw_from = null");
    }

    @Test
    void refusesWhatOnlyDeletedReadingsCouldAnswer() {
        String quarters = "/api/v1/aggregates?city=fulda&kind=bin&quantity=fill_level&ids=1&bucket=PT15M"
                + "&from=2026-06-28&to=2026-06-30";
        given().get(quarters).then().statusCode(200);

        cities.run("update city set raw_from = '2026-06-28 22:00Z' where city_id = 'fulda'");

        given().get(quarters)
                .then()
                .statusCode(400)
                .body("detail", containsString("those before 2026-06-29T00:00:00+02:00 may be deleted"));
    }
}
