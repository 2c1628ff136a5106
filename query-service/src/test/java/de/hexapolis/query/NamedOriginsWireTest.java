package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where only some pages may read, a cache must keep what each of them was told apart. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
@QuarkusTestResource(value = NamedOriginsWireTest.Named.class, restrictToAnnotatedClass = true)
class NamedOriginsWireTest {
    private static final String FULDA = "https://dashboard.fulda.de";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    /** Two origins. */
    public static final class Named implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("hexapolis.cors.origins", FULDA + ",https://dashboard.marburg.de");
        }

        @Override
        public void stop() {}
    }

    @Test
    void tellsWhoAsksThatHeMayRead() {
        varying(from(FULDA).get("/api/v1/assets?limit=1"), 200).then().header(ALLOWED, is(FULDA));
        varying(from("https://elsewhere.example").get("/api/v1/assets?limit=1"), 200)
                .then()
                .header(ALLOWED, nullValue());
        varying(given().get("/api/v1/assets?limit=1"), 200).then().header(ALLOWED, nullValue());
    }

    @Test
    void variesWhatIsNoAnswerWithDataToo() {
        String tag = given().get("/api/v1/cities").header("ETag");
        varying(from(FULDA).header("If-None-Match", tag).get("/api/v1/cities"), 304);
        varying(from(FULDA).get("/api/v1/assets?limit=0"), 400).then().header(ALLOWED, is(FULDA));
        varying(from(FULDA).get("/api/v1/devices"), 401).then().header(ALLOWED, is(FULDA));
        varying(from(FULDA).header("Access-Control-Request-Method", "GET").options("/api/v1/assets"), 204)
                .then()
                .header(ALLOWED, is(FULDA));
    }

    private static Response varying(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Vary")).anyMatch(names -> names.contains("Origin"));
        return answer;
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }
}
