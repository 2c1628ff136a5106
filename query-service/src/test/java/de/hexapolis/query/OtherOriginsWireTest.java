package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class OtherOriginsWireTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Test
    void letsEveryPageReadOpenDataWithItsLinksAndTags() {
        fromAnotherOrigin()
                .get("/api/v1/assets?limit=1")
                .then()
                .statusCode(200)
                .header(ALLOWED, is("*"))
                .header("Access-Control-Expose-Headers", is("Link, ETag, Retry-After"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", not(containsString("Origin")));
    }

    @Test
    void letsEveryPageReadWhatIsWrongWithItsQuestion() {
        fromAnotherOrigin().get("/api/v1/assets?limit=0").then().statusCode(400).header(ALLOWED, is("*"));
        fromAnotherOrigin().get("/api/v1/devices").then().statusCode(401).header(ALLOWED, is("*"));
    }

    @Test
    void tellsABrowserBeforehandThatItMayRead() {
        fromAnotherOrigin()
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/api/v1/assets")
                .then()
                .statusCode(204)
                .header(ALLOWED, is("*"))
                .header("Access-Control-Allow-Methods", is("GET, HEAD"))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
    }

    @Test
    void opensNoWrites() {
        fromAnotherOrigin()
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/api/v1/assets")
                .then()
                .header(ALLOWED, nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
        // what is no browser's may name an origin as it likes
        fromAnotherOrigin()
                .auth()
                .oauth2(tokens.staffOf("fulda"))
                .contentType("application/json")
                .body("[]")
                .post("/api/v1/assets")
                .then()
                .statusCode(400)
                .header(ALLOWED, nullValue());
    }

    @Test
    void opensNothingBesideTheApi() {
        fromAnotherOrigin().get("/q/metrics").then().header(ALLOWED, nullValue());
        given().get("/api/v1/assets?limit=1").then().header(ALLOWED, not(is("*")));
    }

    private static RequestSpecification fromAnotherOrigin() {
        return given().header("Origin", "https://dashboard.example");
    }
}
