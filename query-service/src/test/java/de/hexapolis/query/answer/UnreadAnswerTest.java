package de.hexapolis.query.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large answer holds its share of memory until it has been taken, and no longer. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class UnreadAnswerTest {
    /** More than the sockets of both sides hold. */
    private static final String LARGE =
            "/api/v1/aggregates?city=fulda&kind=bin&quantity=fill_level&from=2026-04-01&to=2026-07-10&bucket=PT15M"
                    + "&group=asset&gap=null"
                    + "&fn=avg,min,max,sum,count,median,p05,p95,first,last,delta,twa,coverage";

    /** As many as the pool has. */
    private static final int CONNECTIONS = 16;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus injects it
    URI address;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container injects it
    BytesInFlight inFlight;

    @Test
    void keepsItsShareUntilTheConnectionIsClosed() throws IOException {
        assertHoldsAShareUnread(LARGE);
    }

    @Test
    void countsDistrictsWithManyCornersToo() throws IOException {
        cities.run(
                """
                update district set polygon = jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array((
                    select jsonb_agg(jsonb_build_array(9.6 + n / 1e7, 50.5)) from generate_series(1, 300000) n)))
                where district_id = 'suedend'""");
        try {
            assertHoldsAShareUnread("/api/v1/cities/fulda/districts");
        } finally {
            cities.run("update district set polygon = null where district_id = 'suedend'");
        }
    }

    private void assertHoldsAShareUnread(String path) throws IOException {
        long all = inFlight.free();
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(4_096);
            reader.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            reader.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: here\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(() -> inFlight.free() < all);
        }
        await().until(() -> inFlight.free() == all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void arrivesWhole(String format) {
        long all = inFlight.free();
        Response answer = given().accept(format).get(LARGE);
        byte[] body = answer.asByteArray();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(body.length));
        assertThat(body.length).isGreaterThan(2_000_000);
        assertThat(new String(body, StandardCharsets.UTF_8).strip())
                .endsWith(format.endsWith("json") ? "]}]}" : "false");
        await().until(() -> inFlight.free() == all);
        // the tag holds for the rest of a minute, which may be over
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            String tag = given().accept(format).get(LARGE).header("ETag");
            given().accept(format)
                    .header("If-None-Match", tag)
                    .get(LARGE)
                    .then()
                    .statusCode(304);
        });
        given().accept(format).head(LARGE).then().statusCode(200);
        await().until(() -> inFlight.free() == all);
    }

    @Test
    void waitsForRoomWithoutAConnectionToTheDatabase() {
        long all = inFlight.free();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest large = HttpRequest.newBuilder(address.resolve(LARGE)).build();
        try (BytesInFlight.Share taken = inFlight.share()) {
            taken.take(all);
            List<CompletableFuture<HttpResponse<Void>>> waiting = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> client.sendAsync(large, HttpResponse.BodyHandlers.discarding()))
                    .toList();
            // they come to wait one after the other; without room they wait for two seconds
            for (long since = System.nanoTime(); System.nanoTime() - since < 1_500_000_000; ) {
                given().get("/q/health/ready").then().statusCode(200).time(lessThan(1_000L));
            }
            waiting.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(503));
        }
        await().until(() -> inFlight.free() == all);
    }

    @Test
    void holdsNothingOnceItIsRefused() {
        long all = inFlight.free();
        given().get("/api/v1/assets?limit=20000&fields=id&city=nowhere").then().statusCode(400);
        await().until(() -> inFlight.free() == all);
    }
}
