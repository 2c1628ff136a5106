package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** What a link in a browser saves, and a spreadsheet opens. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class TablesForSpreadsheetsWireTest {
    private static final String AGGREGATES =
            "/api/v1/aggregates?ids=1&quantity=fill_level&from=2026-07-01&to=2026-07-02&fn=avg,count";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void savesAssetsForAGermanSpreadsheet() {
        ValidatableResponse answer = browser()
                .get("/api/v1/assets?ids=1&fields=id,name,value&format=csv-de")
                .then();
        assertThat(saved(answer, "assets-2026-07-01.csv"))
                .isEqualTo("\uFEFFid;name;value\r\n1;Universitätsplatz;88,0\r\n");
    }

    @Test
    void savesAggregatesForAGermanSpreadsheet() {
        assertThat(saved(browser().get(AGGREGATES + "&format=csv-de").then(), "fill_level-2026-07-01.csv"))
                .startsWith("\uFEFFquantity;unit;start;avg;count;channels;source;estimated;filled\r\n")
                .endsWith("fill_level;%;2026-07-01T00:00:00+02:00;93,0;13;;day;;false\r\n");
    }

    @Test
    void savesObservationsForAGermanSpreadsheet() {
        ValidatableResponse answer = browser()
                .auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/series/11/observations?from=2026-07-01T11:00:00Z&format=csv-de")
                .then();
        assertThat(saved(answer, "observations-11.csv"))
                .isEqualTo("\uFEFFobserved_at;value;quality\r\n2026-07-01T11:50:00Z;0,0;suspect\r\n");
    }

    @Test
    void savesTheSameForAnEnglishSpreadsheet() {
        assertThat(saved(
                        browser()
                                .get("/api/v1/assets?ids=1&fields=id,name,value&format=csv")
                                .then(),
                        "assets-2026-07-01.csv"))
                .isEqualTo("\uFEFFid,name,value\r\n1,Universitätsplatz,88.0\r\n");
    }

    @Test
    void showsAMapByALinkAndDownloadsNothingThatWasNotAskedForSo() {
        browser()
                .get("/api/v1/assets?ids=1&format=geojson")
                .then()
                .contentType("application/geo+json")
                .header("Content-Disposition", nullValue());
        given().accept("text/csv")
                .get(AGGREGATES)
                .then()
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", nullValue())
                .body(startsWith("quantity,"));
    }

    @Test
    void letsTheLinkGoBeforeTheHeader() {
        given().accept("application/json")
                .get(AGGREGATES + "&format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
    }

    @Test
    void refusesAFormatThatThereIsNot() {
        browser()
                .get(AGGREGATES + "&format=geojson")
                .then()
                .statusCode(400)
                .body("parameter", is("format"))
                .body("detail", containsString("'geojson' is not a format; one of json, csv, csv-de"));
    }

    private static String saved(ValidatableResponse answer, String name) {
        return new String(
                answer.statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .header("Content-Disposition", is("attachment; filename=\"" + name + "\""))
                        .extract()
                        .asByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What a browser sends with a link. */
    private static RequestSpecification browser() {
        return given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }
}
