package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.hexapolis.query.aggregates.AggregateFunction;
import de.hexapolis.query.aggregates.Bucket;
import de.hexapolis.query.aggregates.Gap;
import de.hexapolis.query.aggregates.Grouping;
import de.hexapolis.query.aggregates.Pool;
import de.hexapolis.query.assets.AssetField;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.Quantity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API's description says is what the API does. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class DescriptionWireTest {
    private static final String AGGREGATES = "/api/v1/aggregates";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // set before each test
    private JsonPath description;

    @BeforeEach
    void readDescription() {
        description = given().get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void hasAShapeForEveryAnswerToAGet() {
        Map<String, Map<String, ?>> paths = description.getMap("paths");
        assertThat(paths).hasSizeGreaterThan(10);
        paths.forEach((path, operations) -> {
            if (operations.containsKey("get")) {
                assertThat(contents(path)).as(path).isNotEmpty();
                contents(path).forEach((type, content) -> assertThat((Map<?, ?>) content.get("schema"))
                        .as(path + " as " + type)
                        .isNotEmpty());
            }
        });
        assertThat(contents(AGGREGATES)).containsOnlyKeys("application/json", "text/csv");
        contents(AGGREGATES).values().forEach(content -> assertThat(content).containsKey("examples"));
    }

    private Map<String, Map<String, Object>> contents(String path) {
        Map<String, Map<String, Object>> contents =
                description.getMap("paths.'%s'.get.responses.'200'.content".formatted(path));
        return contents == null ? Map.of() : contents;
    }

    @Test
    void namesTheWordsOfAggregatesAsTheCodeDoes() {
        assertThat(schema(AGGREGATES, "bucket").get("enum")).isEqualTo(names(Bucket.values(), Bucket::wireName));
        assertThat(schema(AGGREGATES, "group").get("enum")).isEqualTo(names(Grouping.values(), Grouping::wireName));
        assertThat(schema(AGGREGATES, "gap").get("enum")).isEqualTo(names(Gap.values(), Gap::wireName));
        assertThat(schema(AGGREGATES, "pool").get("enum")).isEqualTo(names(Pool.values(), Pool::wireName));
        assertThat(items(AGGREGATES, "quantity").get("enum")).isEqualTo(names(Quantity.values(), Quantity::wireName));
        assertThat(items(AGGREGATES, "fn").get("enum"))
                .isEqualTo(names(AggregateFunction.values(), AggregateFunction::wireName));
    }

    @Test
    void namesTheFieldsOfAssetsAndTheReasonsOfQuarantineAsTheCodeDoes() {
        assertThat(items("/api/v1/assets", "fields").get("enum"))
                .isEqualTo(names(AssetField.values(), AssetField::wireName));
        List<String> reasons = Sql.beside(DescriptionWireTest.class, "/golden/quarantine-reasons.txt")
                .lines()
                .toList();
        for (String path : List.of("/api/v1/quarantine", "/api/v1/quarantine/summary")) {
            assertThat(items(path, "reason").get("enum")).as(path).isEqualTo(reasons);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/aggregates, city=fulda&quantity=fill_level&from=2026-07-01",
        "/api/v1/assets, fields=id",
        "/api/v1/quarantine, source=own",
        "/api/v1/devices, text=bin",
        "/api/v1/series/{id}/observations, order=asc"
    })
    void namesTheLimitThatIsJustNotRefused(String path, String others) {
        int highest = (int) Objects.requireNonNull(schema(path, "limit").get("maximum"));
        String address = path.replace("{id}", "11") + "?" + others + "&limit=";
        given().auth().oauth2(tokens.operator()).get(address + highest).then().statusCode(200);
        given().auth()
                .oauth2(tokens.operator())
                .get(address + (highest + 1))
                .then()
                .statusCode(400)
                .body("parameter", is("limit"));
    }

    @Test
    void saysOfNoParameterThatItIsAListIfItMayBeGivenOnceOnly() {
        for (String single :
                List.of("from", "to", "bucket", "zone", "group", "gap", "pool", "text", "polygon", "bbox")) {
            assertThat(schema(AGGREGATES, single)).as(single).containsEntry("type", "string");
        }
        for (String list : List.of("city", "kind", "ids", "tags", "channel", "quantity", "fn", "order")) {
            assertThat(schema(AGGREGATES, list)).as(list).containsEntry("type", "array");
        }
    }

    private Map<String, Object> schema(String path, String parameter) {
        return description.getMap(
                "paths.'%s'.get.parameters.find { it.name == '%s' }.schema".formatted(path, parameter));
    }

    private Map<String, Object> items(String path, String parameter) {
        return description.getMap(
                "paths.'%s'.get.parameters.find { it.name == '%s' }.schema.items".formatted(path, parameter));
    }

    private static <E> List<String> names(E[] all, Function<E, String> wireName) {
        return Arrays.stream(all).map(wireName).toList();
    }
}
