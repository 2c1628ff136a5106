package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import de.hexapolis.query.work.AssetOfWork;
import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Route;
import io.jenetics.jpx.WayPoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a navigation device reads; jpx stands for all of them. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class GpxFeedTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void hasAPointForEachItemAndARouteForEachOrder() throws IOException {
        GPX gpx = read();
        assertThat(gpx.getVersion()).isEqualTo("1.1");
        assertThat(gpx.getWayPoints())
                .extracting(point -> point.getName().orElseThrow())
                .containsExactly("Linde am Dom", "Gestört", "Universitätsplatz");
        WayPoint bin = gpx.getWayPoints().get(2);
        assertThat(bin.getLatitude().doubleValue()).isEqualTo(50.552);
        assertThat(bin.getLongitude().doubleValue()).isEqualTo(9.675);
        assertThat(bin.getDescription()).contains("Behälter voll, dringend");
        assertThat(bin.getSymbol()).contains("Flag");
        Route route = gpx.getRoutes().get(0);
        assertThat(gpx.getRoutes()).as("of orders with several places").hasSize(1);
        assertThat(route.getName()).contains("2 Behälter in Nordend");
        assertThat(route.getPoints())
                .extracting(point -> point.getName().orElseThrow())
                .as("from the north on")
                .containsExactly("Universitätsplatz", "Gestört");
    }

    @Test
    void holdsHostileNamesAsText() throws IOException {
        cities.run("update asset set name = '</name><script>&\"''' where asset_id = 9");
        try {
            assertThat(read().getWayPoints())
                    .extracting(point -> point.getName().orElseThrow())
                    .contains("</name><script>&\"'");
        } finally {
            cities.run("update asset set name = 'Gestört' where asset_id = 9");
        }
    }

    @Test
    void walksToTheNearestNext() {
        List<AssetOfWork> stops = List.of(stop("d", 50.50), stop("a", 50.60), stop("c", 50.57), stop("b", 50.59));
        assertThat(GpxFeed.walked(stops)).extracting(AssetOfWork::name).containsExactly("a", "b", "c", "d");
    }

    private static AssetOfWork stop(String name, double latitude) {
        return new AssetOfWork(1, "", name, "bin", Optional.empty(), 9.6, latitude);
    }

    private GPX read() throws IOException {
        byte[] bytes = given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .accept("application/gpx+xml")
                .get("/api/v1/orders?open=true")
                .then()
                .statusCode(200)
                .contentType("application/gpx+xml")
                .extract()
                .asByteArray();
        return GPX.Reader.of(GPX.Version.V11, GPX.Reader.Mode.STRICT).read(new ByteArrayInputStream(bytes));
    }
}
