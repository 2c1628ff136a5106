package de.hexapolis.query.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
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
class AlertsWireTest {
    private static final String ALERTS = "/api/v1/alerts";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void saysWhyThereIsAnAlert() {
        staff().get(ALERTS + "?open=true&rule=bin-full")
                .then()
                .statusCode(200)
                .body("alerts.id", contains(13, 12))
                .body("alerts[1].title.de", is("Behälter voll"))
                .body("alerts[1].severity", is("urgent"))
                .body("alerts[1].state", is("notified"))
                .body("alerts[1].asset.name", is("Universitätsplatz"))
                .body("alerts[1].order", is(7))
                .body("alerts[1].done_at", nullValue())
                .body("alerts[1].title.en", is("Bin full"))
                .body("alerts[1].why.quantity", contains("fill_level", "fill_level"))
                .body("alerts[1].why.value", contains(86.0f, 96.0f))
                .body("alerts[1].why.unit", contains("%", "%"))
                .body("alerts[1].why.limit", contains(85.0f, 95.0f))
                .body("alerts[1].why.observed_at", contains("2026-07-01T08:00:00Z", "2026-07-01T08:30:00Z"))
                .body("alerts[1].why[0].rule", is("bin-full"))
                .body("alerts[1].why[0].edition", is("9f2c41d07ab3e655"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    severity=urgent&open=true  | [16, 12]
                    kind=tree                  | [14]
                    district=suedend           | [17]
                    state=verified,open        | [17, 16, 14]
                    asset=1,4                  | [14, 12]
                    to=2026-07-01T06:10:00Z    | [17]
                    from=2026-07-01T10:00:00Z  | [16]
                    city=fulda&open=false      | [17]
                    """)
    void filters(String filter, String ids) {
        assertThat(staff().get(ALERTS + "?" + filter).jsonPath().getList("alerts.id"))
                .hasToString(ids);
    }

    @Test
    void goesOnWhereAPageEnded() {
        String link = staff().get(ALERTS + "?limit=2")
                .then()
                .body("alerts.id", contains(17, 16))
                .extract()
                .header("Link");
        staff().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("alerts.id", contains(14, 13));
    }

    @Test
    void refusesWordsThatThereAreNot() {
        refused("severity=high", "severity", "'high' is not a severity");
        refused("state=closed", "state", "is not a state");
        refused("city=kassel", "city", "not a city that you may see");
        refused("sort=id", "sort", "not one of");
    }

    private void refused(String filter, String parameter, String detail) {
        staff().get(ALERTS + "?" + filter)
                .then()
                .statusCode(400)
                .body("parameter", is(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void isATableAndAMapToo() {
        staff().accept("text/csv")
                .get(ALERTS + "?asset=1")
                .then()
                .body(startsWith("id,city,rule,title_de"))
                .body(containsString(
                        "12,fulda,bin-full,Behälter voll,Bin full,urgent,notified,1,AB-1,Universitätsplatz"));
        staff().get(ALERTS + "?open=true&format=geojson")
                .then()
                .contentType("application/geo+json")
                .body("features.id", contains(14, 13, 12))
                .body("features[2].geometry.coordinates", contains(9.675f, 50.552f))
                .body("features[2].properties.severity", is("urgent"));
    }

    @Test
    void tellsEverythingAboutOne() {
        staff().get(ALERTS + "/17")
                .then()
                .statusCode(200)
                .body("id", is(17))
                .body("rule_document.bundle", is("nearby-bins"))
                .body("history.action", contains("done"))
                .body("history[0].actor", is("kim"))
                .body("occurrences.kind", contains("emptying"))
                .body("deliveries", empty());
        staff().get(ALERTS + "/12")
                .then()
                .body("evidence.why", hasSize(2))
                .body("history.to", contains("open", "notified"))
                .body("deliveries[0].state", is("delivered"))
                .body("deliveries[0].channel", is("broker"));
        staff().get(ALERTS + "/12/history").then().body("history.action", contains("opened", "notified"));
    }

    @Test
    void isForStaffOfTheCityAndForWhoeverHasTheOrder() {
        given().get(ALERTS).then().statusCode(401);
        with(tokens.staffOf("marburg")).get(ALERTS).then().body("alerts.id", contains(15));
        with(tokens.crewOf("fulda", "fulda-nord")).get(ALERTS).then().body("alerts.id", contains(17, 13, 12));
        with(tokens.crewOf("fulda")).get(ALERTS).then().body("alerts.id", contains(17, 14, 13, 12));
        with(tokens.crewOf("fulda", "fulda-nord"))
                .get(ALERTS + "/12")
                .then()
                .statusCode(200)
                .body("deliveries", nullValue());
        for (String foreign : new String[] {"/14", "/14/history", "/15", "/16", "/999"}) {
            with(tokens.crewOf("fulda", "fulda-nord"))
                    .get(ALERTS + foreign)
                    .then()
                    .statusCode(404);
        }
    }

    private RequestSpecification staff() {
        return with(tokens.staffOf("fulda"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
