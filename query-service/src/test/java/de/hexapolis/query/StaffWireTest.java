package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class StaffWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void namesTheSeriesOfAnAssetButTheirDevicesToStaffOnly() {
        given().get("/api/v1/assets/1/series")
                .then()
                .statusCode(200)
                .body("series.id", contains(13, 12, 11, 14))
                .body("series[0].device", nullValue());
        staff().get("/api/v1/assets/1/series").then().body("series[0].device", is("bin-1"));
        given().get("/api/v1/assets/3/series").then().statusCode(404);
    }

    @Test
    void walksThroughObservationsFromEitherEnd() {
        String day = "/api/v1/series/11/observations?from=2026-07-01T00:00:00Z&to=2026-07-01T06:00:00Z&limit=4";
        String link = staff().get(day)
                .then()
                .statusCode(200)
                .body("series.quantity", is("fill_level"))
                .body("observations", hasSize(4))
                .body("observations[0].observed_at", is("2026-07-01T00:50:00Z"))
                .body("observations[0].value", is(89.0f))
                .body("observations[0].quality", is("good"))
                .extract()
                .header("Link");
        staff().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("observations.observed_at", contains("2026-07-01T04:50:00Z", "2026-07-01T05:50:00Z"));
        staff().get("/api/v1/series/11/observations?order=desc&limit=1")
                .then()
                .body("observations[0].observed_at", is("2026-07-01T11:50:00Z"))
                .body("observations[0].quality", is("suspect"));
    }

    @Test
    void givesObservationsAsATable() {
        staff().accept("text/csv")
                .get("/api/v1/series/11/observations?from=2026-07-01T11:00:00Z")
                .then()
                .body(is("observed_at,value,quality\r\n2026-07-01T11:50:00Z,0.0,suspect\r\n"));
    }

    @Test
    void keepsRawDataForStaffOfTheCity() {
        given().get("/api/v1/series/11/observations").then().statusCode(401).contentType("application/problem+json");
        with(tokens.crewOf("fulda"))
                .get("/api/v1/series/11/observations")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        with(tokens.staffOf("marburg"))
                .get("/api/v1/series/11/observations")
                .then()
                .statusCode(404);
        staff().get("/api/v1/series/11/observations?from=yesterday")
                .then()
                .statusCode(400)
                .body("detail", startsWith("from: 'yesterday' is not a time with offset"));
    }

    @Test
    void refusesWhatWouldBeTakenForSomethingElse() {
        String readings = "/api/v1/series/11/observations?";
        refused(readings + "from=2026-07-01T00:00:00Z&from=2020-01-01T00:00:00Z", "from", "given 2 times");
        refused(readings + "order=asc&order=desc", "order", "given 2 times");
        refused("/api/v1/devices?text=a&text=b", "text", "given 2 times");
        refused("/api/v1/quarantine?replayed=true&replayed=false", "replayed", "given 2 times");
        refused("/api/v1/quarantine?reason=", "reason", "is empty");
        refused("/api/v1/quarantine?source=%00", "source", "control character");
        refused("/api/v1/quarantine?reason=unknown-device", "reason", "is not a reason; one of malformed, ");
        refused("/api/v1/quarantine/summary?reason=unknown-device", "reason", "unknown_device");
        refused("/api/v1/quarantine?to=%2B300000-01-01T00:00:00Z", "to", "is not a time");
        refused("/api/v1/devices/a%00b", "key", "control character");
    }

    /** A cursor that this service never wrote. */
    @Test
    void takesNoCursorForMoreThanAPage() {
        String before = Base64.getUrlEncoder().encodeToString(("1:" + Long.MIN_VALUE).getBytes(StandardCharsets.UTF_8));
        String day = "/api/v1/series/11/observations?from=2026-07-01T00:00:00Z&limit=1&cursor=" + before;
        staff().get(day + "&order=desc").then().statusCode(200).body("observations", hasSize(0));
        staff().get(day).then().statusCode(200).body("observations[0].observed_at", is("2026-07-01T00:50:00Z"));
    }

    private void refused(String path, String parameter, String detail) {
        staff().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("code", is("invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void listsDevicesWithTheirSilence() {
        staff().get("/api/v1/devices")
                .then()
                .statusCode(200)
                .body("devices.key", contains("bin-1", "bin-2", "bin-3", "tree-1", "tree-2", "bin-9"))
                .body("devices[0].asset", is(1))
                .body("devices[0].expected_interval", is("PT1H"));
        staff().get("/api/v1/devices?silent=true").then().body("devices.key", contains("tree-2"));
        staff().get("/api/v1/devices?text=TREE").then().body("devices.key", contains("tree-1", "tree-2"));
        with(tokens.operator()).get("/api/v1/devices?city=marburg").then().body("devices.key", contains("m-1"));
        given().get("/api/v1/devices").then().statusCode(401);
    }

    @Test
    void tellsWhereADeviceWasAndHowItWasCalibrated() {
        staff().get("/api/v1/devices/bin-1")
                .then()
                .statusCode(200)
                .body("key", is("bin-1"))
                .body("installations[0].reference", is("AB-1"))
                .body("installations[0].calibrations[0].distance_empty_mm", is(1200.0f));
        staff().get("/api/v1/devices/bin-9").then().body("installations.asset", contains(9, 1));
        staff().get("/api/v1/devices/m-1").then().statusCode(404);
    }

    @Test
    void showsQuarantineOfTheCitiesAlone() {
        staff().get("/api/v1/quarantine")
                .then()
                .statusCode(200)
                .body("messages.reason", contains("malformed", "unknown_device"))
                .body("messages[0].payload", is("AP97"))
                .body("messages[0].text", nullValue())
                .body("messages[1].text", containsString("observed_at"))
                .body("messages[1].repeats", is(2));
        staff().get("/api/v1/quarantine?replayed=true").then().body("messages.device", contains("bin-1"));
        staff().get("/api/v1/quarantine?reason=malformed&device=BIN-1").then().body("messages", hasSize(1));
        with(tokens.operator()).get("/api/v1/quarantine").then().body("messages", hasSize(4));
        String link = staff().get("/api/v1/quarantine?limit=1").then().extract().header("Link");
        staff().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("messages.reason", contains("unknown_device"))
                .header("Link", nullValue());
    }

    /** Open assets are for everybody, quarantine is not; an empty answer would say that nothing waits. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/quarantine", "/api/v1/quarantine/summary"})
    void showsQuarantineOfOtherCitiesToNobody(String address) {
        for (String city : List.of("fulda", "marburg,fulda", "marburgg")) {
            with(tokens.staffOf("marburg"))
                    .get(address + "?city=" + city)
                    .then()
                    .statusCode(403)
                    .body("code", is("forbidden"))
                    .body("detail", containsString("its cities are: marburg"));
        }
        with(tokens.operator())
                .get(address + "?city=fuldaa")
                .then()
                .statusCode(400)
                .body("parameter", is("city"))
                .body("detail", containsString("one of fulda, marburg, newport would do"));
    }

    /** As where a source names a city whose pack is not loaded. */
    @Test
    void findsQuarantineOfACityThatIsNotRegistered() {
        cities.run(
                """
                insert into quarantine (fingerprint, source, topic, payload, reason, detail, device_key, city_id,
                    received_at, last_received_at, repeats)
                values ('\\x06', 'own', 'v1/kassel/k-1/telemetry', '{}', 'unknown_device', 'no device', 'k-1', 'kassel',
                    '2026-07-01T10:30Z', '2026-07-01T10:30Z', 0)
                """);
        try {
            with(tokens.operator())
                    .get("/api/v1/quarantine?city=kassel")
                    .then()
                    .statusCode(200)
                    .body("messages.device", contains("k-1"));
            with(tokens.operator())
                    .contentType("application/json")
                    .body("{\"city\": \"kassel\"}")
                    .post("/api/v1/quarantine/replay")
                    .then()
                    .statusCode(202);
        } finally {
            cities.run("delete from quarantine where city_id = 'kassel'");
            cities.run("delete from command where body ->> 'city' = 'kassel'");
        }
    }

    @Test
    void countsQuarantineByReasonAndDevice() {
        with(tokens.operator())
                .get("/api/v1/quarantine/summary?reason=unknown_device")
                .then()
                .statusCode(200)
                .body("counts.device", contains("bin-77", "m-9", "eui-1"))
                .body("counts[0].repeats", is(2));
    }

    private RequestSpecification staff() {
        return with(tokens.staffOf("fulda"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
