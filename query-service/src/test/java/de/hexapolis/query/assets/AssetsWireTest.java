package de.hexapolis.query.assets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class AssetsWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void showsThePublicWhatIsOpenWithItsStatus() {
        given().get("/api/v1/assets")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("assets.id", contains(1, 2, 4, 5, 8, 9))
                .body("assets.status", contains("full", "empty", "critical", "unknown", "unknown", "fault"))
                .body("assets[0].value", is(88.0f))
                .body("assets[0].unit", is("%"))
                .body("assets[0].observed_at", is("2026-07-01T11:50:00Z"))
                .body("assets[2].channel", is("30cm"));
    }

    @Test
    void showsStaffAllOfTheirCityAndOperatorsAll() {
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/assets?fields=id")
                .then()
                .body("assets.id", contains(1, 2, 3, 4, 5, 8, 9));
        given().auth()
                .oauth2(tokens.crewOf("fulda"))
                .get("/api/v1/assets?fields=id")
                .then()
                .body("assets.id", contains(1, 2, 4, 5, 8, 9));
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/assets?fields=id&kind=bin")
                .then()
                .body("assets.id", contains(1, 2, 3, 7, 9));
    }

    @Test
    void answersAMapAsGeoJson() {
        given().accept("application/geo+json")
                .get("/api/v1/assets?fields=name,status&limit=20000&kind=tree")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", is("FeatureCollection"))
                .body("features[0].id", is(4))
                .body("features[0].geometry.coordinates", contains(9.67f, 50.555f))
                .body(
                        "features[0].properties",
                        equalTo(java.util.Map.of("name", "Linde am Dom", "status", "critical")));
    }

    @Test
    void answersATableAsCsv() {
        given().accept("text/csv")
                .get("/api/v1/assets?fields=id,tags,status&ids=1")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(is("id,tags,status\r\n1,centre;glass,full\r\n"));
    }

    @Test
    void walksThroughPagesByLink() {
        String link = given().get("/api/v1/assets?fields=id&limit=4")
                .then()
                .body("assets.id", contains(1, 2, 4, 5))
                .extract()
                .header("Link");
        String next = link.substring(1, link.indexOf('>'));
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("assets.id", contains(8, 9))
                .header("Link", nullValue());
    }

    @Test
    void answersNothingNewWith304() {
        String tag = given().get("/api/v1/assets?fields=id,status")
                .then()
                .header("ETag", not(containsString("W/")))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/v1/assets?fields=id,status")
                .then()
                .statusCode(304);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        given().get("/api/v1/assets?colour=red")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("unknown-parameter"))
                .body("parameter", is("colour"))
                .body("detail", containsString("bbox, city, cursor"));
        given().get("/api/v1/assets?bbox=1,2,3")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        is("bbox: '1,2,3' is not a box: west,south,east,north in degrees, such as 9.6,50.5,9.8,50.6"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    city=fuldaa         | city     | 'fuldaa' is not a city that you may see; one of fulda would do
                    city=fulda,marburg  | city     | 'marburg' is not a city that you may see; one of fulda would do
                    city=F%20           | city     | is not a city id such as fulda
                    kind=bim            | kind     | 'bim' is not a kind; one of bench, bin, tree would do
                    kind=Bin!           | kind     | is not a kind such as bin
                    district=westend    | district | 'westend' is not a district there; one of nordend, suedend would do
                    status=fool         | status   | one of critical, empty, fault, full, good, moderate, ok, soon, unknown, watered
                    ids=1,x             | ids      | 'x' is not an asset id: a whole number
                    bbox=1,2,3          | bbox     | west,south,east,north
                    bbox=9,51,8,50      | bbox     | west,south,east,north
                    polygon=9,50%3B9,51 | polygon  | WKT POLYGON
                    text=a&text=b       | text     | given 2 times; once would do
                    fields=id,weight    | fields   | 'weight' is not a field; one of id, city, kind
                    limit=0             | limit    | a whole number from 1 to 1000
                    limit=many          | limit    | a whole number from 1 to 1000
                    limit=5000          | limit    | with few fields, such as fields=id,name,status,value (not properties), to 20000
                    limit=5000&fields=id,properties | limit | (not properties), to 20000
                    limit=20001&fields=id | limit  | a whole number from 1 to 20000
                    limit=1&limit=5     | limit    | given 2 times; once would do
                    cursor=MTox&cursor=MToy | cursor | given 2 times; once would do
                    ids=                | ids      | is empty; give a value, or leave it out
                    bbox=               | bbox     | is empty; give a value, or leave it out
                    text=%00            | text     | holds a control character
                    tags=a,%00          | tags     | holds a control character
                    cursor=zzz          | cursor   | is not a cursor of this service
                    """)
    void refusesNamingTheParameterTheValueAndWhatWouldDo(String parameters, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/assets?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void takesAsManyIdsAndPointsAsItPromises() {
        String ids = IntStream.range(1_000_000_001, 1_000_001_000)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "1,", ""));
        given().urlEncodingEnabled(false)
                .get("/api/v1/assets?fields=id&ids=" + ids)
                .then()
                .statusCode(200)
                .body("assets.id", contains(1));
        String circle = IntStream.range(0, 1_999)
                .mapToDouble(point -> 2 * Math.PI * point / 1_999)
                .mapToObj(angle -> String.format(
                        Locale.ROOT, "%.6f,%.6f", 9.675 + Math.cos(angle) / 500, 50.552 + Math.sin(angle) / 500))
                .collect(Collectors.joining("%3B"));
        given().urlEncodingEnabled(false)
                .get("/api/v1/assets?fields=id&polygon=" + circle)
                .then()
                .statusCode(200)
                .body("assets.id", contains(1, 8));
    }

    @Test
    void knowsMoreCitiesForWhoMaySeeThem() {
        given().auth()
                .oauth2(tokens.staffOf("marburg"))
                .get("/api/v1/assets?fields=id&city=marburg")
                .then()
                .statusCode(200)
                .body("assets.id", contains(7));
        given().auth()
                .oauth2(tokens.staffOf("marburg"))
                .get("/api/v1/devices?city=giessen")
                .then()
                .statusCode(400)
                .body("detail", is("city: 'giessen' is not a city that you may see; one of fulda, marburg would do"));
    }

    @Test
    void judgesTreesByTheSettingsOfTheirKind() {
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/assets?city=newport&fields=id,status,channel,value")
                .then()
                .statusCode(200)
                .body("assets.id", contains(70, 71, 72))
                // water came to the first within a day; the second stands in its first year; the third is frozen
                .body("assets.status", contains("watered", "critical", "unknown"))
                .body("assets[0].channel", is("30cm"));
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/assets?status=watered&fields=id")
                .then()
                .body("assets.id", contains(70));
        given().auth().oauth2(tokens.operator()).get("/api/v1/assets/70").then().body("status", is("watered"));
    }

    @Test
    void tellsEverythingAboutOneAssetButDevicesToStaffOnly() {
        given().get("/api/v1/assets/1")
                .then()
                .statusCode(200)
                .body("status", is("full"))
                .body("latest.quantity", contains("battery_voltage", "distance", "fill_level", "fill_level"))
                .body("latest[0].device", nullValue())
                .body("installations", nullValue());
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/assets/1")
                .then()
                .body("latest[0].device", is("bin-1"))
                .body("installations.device", contains("bin-1", "bin-9"))
                .body("installations[1].until", notNullValue());
    }

    @Test
    void hidesWhatTheCallerMayNotSee() {
        given().get("/api/v1/assets/3").then().statusCode(404).body("code", is("not-found"));
        given().get("/api/v1/assets/7").then().statusCode(404);
        given().auth()
                .oauth2(tokens.staffOf("marburg"))
                .get("/api/v1/assets/3")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(tokens.staffOf("marburg"))
                .get("/api/v1/assets/7")
                .then()
                .statusCode(200);
    }

    @Test
    void believesNoForgedToken() {
        given().auth()
                .oauth2(Tokens.forged())
                .get("/api/v1/assets")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", is("unauthenticated"));
    }

    @Test
    void answersEveryOtherErrorAsAProblemToo() {
        given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete("/api/v1/assets").then().statusCode(405).contentType("application/problem+json");
        given().accept("image/png")
                .get("/api/v1/assets")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void listsCitiesKindsAndDistricts() {
        given().get("/api/v1/cities")
                .then()
                .body("cities.id", contains("fulda"))
                .body("cities[0].assets.bin", is(3));
        given().get("/api/v1/cities/marburg").then().statusCode(404);
        given().accept("application/geo+json")
                .get("/api/v1/cities/fulda/districts")
                .then()
                .body("features.id", contains("nordend", "suedend"));
        given().get("/api/v1/kinds").then().body("kinds.kind", hasItem("tree"));
        given().get("/api/v1").then().body("links.rel", hasItem("assets"));
    }
}
