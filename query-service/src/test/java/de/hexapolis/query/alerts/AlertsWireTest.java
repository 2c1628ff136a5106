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
import de.hexapolis.query.SmallCities;
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

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

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

    @Test
    void tellsForHowManyAssetsASilentGatewayStandsAndWhichTheyAre() {
        staff().get(ALERTS + "/16")
                .then()
                .statusCode(200)
                .body("members.count", is(3))
                .body("members.held", is(2));
        staff().get(ALERTS + "/12").then().body("members", nullValue());
        staff().get(ALERTS + "/16/members")
                .then()
                .statusCode(200)
                .body("members.asset.id", contains(3, 4, 5))
                .body("members[1].asset.reference", is("B-1"))
                .body("members[1].asset.name", is("Linde am Dom"))
                .body("members[1].asset.district", is("nordend"))
                .body("members[0].since", is("2026-07-01T10:30:00Z"))
                .body("members[0].released_at", is("2026-07-01T11:00:00Z"))
                .body("members[1].released_at", nullValue());
        staff().get(ALERTS + "/16/members?held=true").then().body("members.asset.id", contains(4, 5));
        staff().get(ALERTS + "/16/members?held=false").then().body("members.asset.id", contains(3));
        staff().get(ALERTS + "/12/members").then().statusCode(200).body("members", empty());
    }

    @Test
    void tellsMembersInPagesAndAsATable() {
        String link = staff().get(ALERTS + "/16/members?limit=2")
                .then()
                .body("members.asset.id", contains(3, 4))
                .extract()
                .header("Link");
        staff().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .header("Link", nullValue())
                .body("members.asset.id", contains(5));
        staff().get(ALERTS + "/16/members?format=csv")
                .then()
                .contentType("text/csv")
                .header("Content-Disposition", containsString("members.csv"))
                .body(containsString("asset,reference,name,kind,district,longitude,latitude,since,released_at"))
                .body(containsString("3,AB-3,Bauhof,bin,,9.7,50.53,2026-07-01T10:30:00Z,2026-07-01T11:00:00Z"));
        staff().get(ALERTS + "/16/members?format=csv-de").then().body(containsString("4;B-1;Linde am Dom;tree;"));
        staff().get(ALERTS + "/16/members?limit=1001").then().statusCode(400).body("parameter", is("limit"));
        staff().get(ALERTS + "/16/members?held=maybe").then().statusCode(400).body("parameter", is("held"));
    }

    @Test
    void tellsMembersToWhomTheAlertIsFor() {
        given().get(ALERTS + "/16/members").then().statusCode(401);
        with(tokens.crewOf("fulda")).get(ALERTS + "/16/members").then().statusCode(404);
        with(tokens.staffOf("marburg")).get(ALERTS + "/16/members").then().statusCode(404);
        staff().get(ALERTS + "/999/members").then().statusCode(404).body("detail", containsString("no alert 999"));
        with(tokens.operator()).get(ALERTS + "/16/members?held=true").then().body("members", hasSize(2));
    }

    @Test
    void tellsMembersToACrewThatHasTheOrder() {
        cities.run(
                """
                insert into work_order (order_id, city_id, crew_id, work, state, collecting, severity, opened_at, changed_at)
                overriding system value values
                    (60, 'fulda', 'fulda-gruen', 'inspect', 'open', false, 2, '2026-07-01T10:30Z', '2026-07-01T10:30Z');
                update alert set order_id = 60 where alert_id = 16;
                """);
        try {
            with(tokens.crewOf("fulda", "fulda-gruen"))
                    .get(ALERTS + "/16/members")
                    .then()
                    .statusCode(200)
                    .body("members", hasSize(3));
            with(tokens.crewOf("fulda", "fulda-nord"))
                    .get(ALERTS + "/16/members")
                    .then()
                    .statusCode(404);
        } finally {
            cities.run(
                    "update alert set order_id = null where alert_id = 16; delete from work_order where order_id = 60");
        }
    }

    private RequestSpecification staff() {
        return with(tokens.staffOf("fulda"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
