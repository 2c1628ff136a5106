package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class ServiceWireTest {
    private static final Pattern METER = Pattern.compile("^\\| `(hexapolis\\.[a-z.]+)` \\|", Pattern.MULTILINE);

    @Inject
    @SuppressWarnings("NullAway.Init") // the container injects it
    MeterRegistry meters;

    @Test
    void isReadyWithADatabaseThatItKnows() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'database' }.status", is("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void publishesTheMetersThatThePapersName() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "METRICS.md"));
        Set<String> named = METER.matcher(page.substring(page.indexOf("## query-service")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> running = meters.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("hexapolis."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(running).isNotEmpty().isEqualTo(named);
    }

    @Test
    void describesItselfInOpenApiWithProblems() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("components.schemas.Problem.properties.code.type", is("string"))
                .body("paths.'/api/v1/assets'.get.parameters.name", hasItem("bbox"))
                .body(
                        "paths.'/api/v1/assets'.get.responses.'400'.content",
                        org.hamcrest.Matchers.hasKey("application/problem+json"))
                .extract()
                .path("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) ->
                assertThat(operation).as(method + " " + path).containsKeys("operationId", "summary", "responses")));
        assertThat(paths).containsKeys("/api/v1/quarantine/replay", "/api/v1/devices/{key}", "/api/v1/blueprints");
        assertThat(paths.get("/api/v1/assets")).containsKeys("get", "post");
    }

    @Test
    void greetsPeopleInGermanFirst() {
        given().get("/").then().statusCode(200).body(containsString("Städten"));
        given().header("Accept-Language", "en-GB,en;q=0.9").get("/").then().body(containsString("Hessian cities"));
    }

    @ParameterizedTest
    @CsvSource({"de, \uFEFFcity;kind;", "en, '\uFEFFcity,kind,'"})
    void linksATableThatASpreadsheetOpens(String language, String beginning) {
        String page = given().get("/?lang=" + language).asString();
        String table = page.replaceFirst("(?s).*href=\"([^\"]+&amp;format=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        given().urlEncodingEnabled(false).get(table).then().statusCode(200).body(startsWith(beginning));
    }
}
