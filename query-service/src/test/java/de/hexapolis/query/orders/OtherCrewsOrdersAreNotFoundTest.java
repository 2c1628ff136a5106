package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class OtherCrewsOrdersAreNotFoundTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @ParameterizedTest
    @ValueSource(longs = {8, 9, 999})
    void neitherReadNorAnswered(long order) {
        crew().get("/api/v1/orders/" + order).then().statusCode(404).body("code", is("not-found"));
        crew().body("{}").post("/api/v1/orders/%d/done".formatted(order)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 15, 16})
    void norTheirAlertsAnswered(long alert) {
        crew().body("{}")
                .post("/api/v1/alerts/%d/acknowledge".formatted(alert))
                .then()
                .statusCode(404);
    }

    @Test
    void notInListsEither() {
        crew().get("/api/v1/orders").then().body("orders.id", contains(10, 7));
        crew().get("/api/v1/orders?crew=fulda-gruen").then().body("orders", hasSize(0));
        given().auth()
                .oauth2(tokens.crewOf("marburg", "fulda-nord"))
                .get("/api/v1/orders")
                .then()
                .body("orders", hasSize(0));
    }

    @Test
    void aCrewNeitherAssignsNorWithdrawsNorMakesOrders() {
        for (String action : new String[] {"assign", "withdraw"}) {
            crew().body("{}")
                    .post("/api/v1/orders/7/" + action)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("is for staff"));
        }
        crew().body("{}").post("/api/v1/orders").then().statusCode(403);
    }

    @Test
    void devicesAndThePublicSeeNone() {
        given().get("/api/v1/orders").then().statusCode(401);
        given().auth()
                .oauth2(tokens.deviceOf("fulda"))
                .get("/api/v1/orders")
                .then()
                .statusCode(403);
    }

    private RequestSpecification crew() {
        return given().auth().oauth2(tokens.crewOf("fulda", "fulda-nord")).contentType("application/json");
    }
}
