package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class OrdersWireTest {
    private static final String ORDERS = "/api/v1/orders";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void showsACrewWhatItHasToDo() {
        crew().get(ORDERS + "?open=true")
                .then()
                .statusCode(200)
                .body("orders", hasSize(1))
                .body("orders[0].id", is(7))
                .body("orders[0].crew_name.de", is("Kolonne Nord"))
                .body("orders[0].title.de", is("2 Behälter in Nordend"))
                .body("orders[0].title.en", is("2 bins in Nordend"))
                .body("orders[0].state", is("notified"))
                .body("orders[0].severity", is("urgent"))
                .body("orders[0].items_open", is(2))
                .body("orders[0].due_at", is("2026-07-01T16:00:00Z"))
                .body("orders[0].zone", nullValue())
                .body("orders[0].alerts.id", contains(13, 12))
                .body("orders[0].alerts[1].why", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    crew=fulda-gruen                | [8]
                    work=empty                      | [10, 7]
                    district=nordend                | [7]
                    state=verified,open             | [10, 8]
                    open=false                      | [10]
                    due_before=2026-07-01T00:00:00Z | [10]
                    """)
    void filters(String filter, String ids) {
        assertThat(staff().get(ORDERS + "?" + filter).jsonPath().getList("orders.id"))
                .hasToString(ids);
    }

    @Test
    void goesOnWhereAPageEnded() {
        String link = staff().get(ORDERS + "?limit=1")
                .then()
                .body("orders.id", contains(10))
                .extract()
                .header("Link");
        staff().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("orders.id", contains(8));
        staff().get(ORDERS + "?limit=201").then().statusCode(400).body("parameter", is("limit"));
    }

    @Test
    void tellsOneWithItsHistory() {
        crew().get(ORDERS + "/7")
                .then()
                .statusCode(200)
                .body("id", is(7))
                .body("alerts.id", contains(13, 12))
                .body("history.action", contains("opened", "notified"))
                .body("closed_at", nullValue());
    }

    @Test
    void isATableAndAMapToo() {
        staff().get(ORDERS + "?open=true&format=csv-de")
                .then()
                .body(startsWith("\uFEFFid;city;crew;"))
                .body(containsString(
                        "7;fulda;fulda-nord;nordend;empty;2 Behälter in Nordend;2 bins in Nordend;notified"));
        staff().accept("application/geo+json")
                .get(ORDERS + "?open=true")
                .then()
                .contentType("application/geo+json")
                .body("features.properties.order", contains(8, 7, 7))
                .body("features[0].geometry.coordinates", contains(9.67f, 50.555f))
                .body(not(containsString("Kim")));
    }

    @Test
    void listsCrews() {
        staff().get("/api/v1/crews")
                .then()
                .body("crews.id", contains("fulda-gruen", "fulda-nord", "staff"))
                .body("crews[1].plan.work", contains("empty"))
                .body("crews[1].orders_open", is(1));
        crew().get("/api/v1/crews").then().body("crews.id", contains("fulda-nord"));
        crew().get("/api/v1/crews/fulda/fulda-nord").then().body("name.en", is("Crew North"));
        crew().get("/api/v1/crews/fulda/fulda-gruen").then().statusCode(404);
    }

    private RequestSpecification crew() {
        return given().auth().oauth2(tokens.crewOf("fulda", "fulda-nord"));
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(tokens.staffOf("fulda"));
    }
}
