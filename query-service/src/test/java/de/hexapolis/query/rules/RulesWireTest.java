package de.hexapolis.query.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
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

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class RulesWireTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void showsTheRulesAsLoadedWithTheOverridesOfTheCallersCities() {
        staffOf("fulda")
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("version", is(7))
                .body("rules.findAll { it.section == 'rule' }.id", contains("bin-full", "bin-tilt", "tree-dry"))
                .body("rules.find { it.id == 'bin-full' }.file", is("rules/bins.yaml"))
                .body("rules.find { it.id == 'bin-full' }.line", is(3))
                .body("rules.find { it.id == 'bin-full' }.blueprint", is("base 1.3.0"))
                .body("rules.find { it.id == 'bin-full' }.document.when.threshold.hysteresis", is(10))
                .body("rules.find { it.id == 'bin-full' }.overrides.city", contains("fulda", "fulda"))
                .body("rules.find { it.id == 'bin-full' }.overrides[1].district", is("nordend"));
        with(tokens.operator())
                .get("/api/v1/rules?city=marburg")
                .then()
                .body("rules.find { it.id == 'bin-full' }.overrides.city", contains("marburg"));
    }

    @Test
    void showsWhatHoldsForAnAssetWithTheFileAndLineOfTheNearestOverride() {
        staffOf("fulda")
                .get("/api/v1/rules?asset=1")
                .then()
                .statusCode(200)
                .body("rules.findAll { it.section == 'rule' }.id", contains("bin-full"))
                .body("rules.find { it.id == 'bin-full' }.document.when.threshold.hysteresis", is(20))
                .body("rules.find { it.id == 'bin-full' }.document.when.threshold.quantity", is("fill_level"))
                .body("rules.find { it.id == 'bin-full' }.overrides", hasSize(1))
                .body("rules.find { it.id == 'bin-full' }.overrides[0].file", is("rules/fulda.yaml"))
                .body("rules.find { it.id == 'bin-full' }.overrides[0].line", is(4));
        staffOf("fulda")
                .get("/api/v1/rules?asset=3")
                .then()
                .body("rules.find { it.id == 'bin-full' }.document.when.threshold.hysteresis", is(15));
        staffOf("marburg").get("/api/v1/rules?asset=7").then().body("rules.id", contains("bin-tilt"));
        with(tokens.operator())
                .get("/api/v1/rules?asset=70")
                .then()
                .body("rules.id", contains("tree-dry"))
                .body("rules[0].overrides", empty());
    }

    @Test
    void showsOneRuleAndTheEditionThatAnAlertNames() {
        staffOf("marburg")
                .get("/api/v1/rules/bin-full")
                .then()
                .statusCode(200)
                .body("overrides.city", contains("marburg"))
                .body("overrides[0].off", is(true))
                .body("overrides[0].change", nullValue());
        staffOf("marburg")
                .get("/api/v1/editions/aaaabbbbccccdddd")
                .then()
                .statusCode(200)
                .body("rule", is("bin-full"))
                .body("first_at", is("2026-06-30T10:00:00Z"))
                .body("document.id", is("bin-full"));
        staffOf("marburg").get("/api/v1/rules/nearby").then().statusCode(404);
        staffOf("marburg").get("/api/v1/editions/none").then().statusCode(404);
    }

    @Test
    void isForStaffAndTellsNobodyOfOthersAssets() {
        given().get("/api/v1/rules").then().statusCode(401);
        with(tokens.crewOf("fulda")).get("/api/v1/rules").then().statusCode(403);
        staffOf("marburg").get("/api/v1/rules?asset=1").then().statusCode(404);
        staffOf("fulda")
                .get("/api/v1/rules?asset=B1")
                .then()
                .statusCode(400)
                .body("detail", startsWith("asset: 'B1' is not the id of an asset"));
    }

    private RequestSpecification staffOf(String city) {
        return with(tokens.staffOf(city));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
