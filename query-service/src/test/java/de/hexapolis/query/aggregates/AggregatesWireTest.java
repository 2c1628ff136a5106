package de.hexapolis.query.aggregates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import de.hexapolis.query.answer.BytesInFlight;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class AggregatesWireTest {
    private static final String FIRST_OF_JULY =
            "/api/v1/aggregates?city=fulda&kind=bin&quantity=fill_level&from=2026-07-01&to=2026-07-02";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container injects it
    BytesInFlight inFlight;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void answersADayByDistrict() {
        given().get(FIRST_OF_JULY + "&ids=1&bucket=P1D&group=district&fn=avg,max,p95,count,coverage")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("query.from", is("2026-07-01T00:00:00+02:00"))
                .body("query.to", is("2026-07-02T00:00:00+02:00"))
                .body("query.bucket", is("P1D"))
                .body("query.zone", is("Europe/Berlin"))
                .body("query.source", is("day"))
                .body("query.estimated", nullValue())
                .body("series[0].group.district", is("nordend"))
                .body("series[0].city", is("fulda"))
                .body("series[0].quantity", is("fill_level"))
                .body("series[0].unit", is("%"))
                .body("series[0].assets", is(1))
                .body("series[0].buckets", hasSize(1))
                .body("series[0].buckets[0].start", is("2026-07-01T00:00:00+02:00"))
                .body("series[0].buckets[0].avg", is(93.0f))
                .body("series[0].buckets[0].max", is(99.0f))
                .body("series[0].buckets[0].count", is(13))
                // 13 of the 14 hours that have passed
                .body("series[0].buckets[0].coverage", allOf(greaterThan(0.92f), lessThan(0.929f)));
    }

    @Test
    void writesCsv() {
        String csv = given().accept("text/csv")
                .get(FIRST_OF_JULY + "&ids=1&group=asset&bucket=PT1H&fn=count,avg&gap=null")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSize(25)
                .startsWith(
                        "city,asset,reference,name,quantity,unit,start,count,avg,channels,source,estimated,filled",
                        "fulda,1,AB-1,Universitätsplatz,fill_level,%,2026-07-01T00:00:00+02:00,1,87.0,,hour,,false");
        assertThat(csv.lines().skip(24))
                .containsExactly(
                        "fulda,1,AB-1,Universitätsplatz,fill_level,%,2026-07-01T23:00:00+02:00,0,,,hour,,false");
    }

    @Test
    void saysInCsvTooWhatIsFilledAndWhatIsEstimatedFromWhichChannels() {
        List<String> hours =
                csv(FIRST_OF_JULY + "&ids=1&bucket=PT1H&gap=previous").toList();
        // the hour before now has none but a suspect reading; the last hour of the day is yet to come
        assertThat(hours.get(14)).contains("T13:00:00").endsWith(",,hour,,true");
        assertThat(hours.get(24)).contains("T23:00:00").endsWith(",,,hour,,false");
        assertThat(csv("/api/v1/aggregates?ids=4&quantity=soil_water_tension&from=2024-01-01&to=2024-01-02"
                                + "&fn=avg,median,p95&gap=null")
                        .skip(1))
                .containsExactly("soil_water_tension,kPa,2024-01-01T00:00:00+01:00,,,,30cm;60cm,day,median;p95,false");
    }

    private static Stream<String> csv(String path) {
        return given().accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines();
    }

    @Test
    void countsAssetsThatAreNotOpenForStaffOnly() {
        String closed = FIRST_OF_JULY + "&ids=3&group=asset";
        given().get(closed).then().statusCode(200).body("series", emptyIterable());
        given().auth().oauth2(tokens.staffOf("marburg")).get(closed).then().body("series", emptyIterable());
        given().auth().oauth2(tokens.staffOf("fulda")).get(closed).then().body("series", hasSize(1));
    }

    @Test
    void pagesLinesByALink() {
        String link = given().get(FIRST_OF_JULY + "&group=asset&limit=1")
                .then()
                .body("series", hasSize(1))
                .body("series[0].group.asset", is(1))
                .extract()
                .header("Link");
        assertThat(link).contains("rel=\"next\"");
        given().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .body("series[0].group.asset", is(2));
    }

    @Test
    void putsLinesInTheOrderOfTheirValuesPageByPage() {
        String link = "<http://localhost/api/v1/aggregates?city=newport&quantity=soil_water_tension&channel=30cm"
                + "&from=2026-06-30&to=2026-07-02&fn=max&group=asset&order=-max,-start&limit=1>";
        List<Integer> assets = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        while (link != null) {
            ExtractableResponse<?> page = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(tokens.operator())
                    .get(link.substring(link.indexOf("/api"), link.indexOf('>')))
                    .then()
                    .statusCode(200)
                    .body("series", hasSize(1))
                    .extract();
            assets.add(page.path("series[0].group.asset"));
            values.addAll(page.path("series[0].buckets.max"));
            link = page.header("Link");
        }
        // of the first the newer day comes first, though the older one is what counts; the last one has no value
        assertThat(assets).containsExactly(70, 71, 72);
        assertThat(values).containsExactly(12f, 90f, 32f);
    }

    @Test
    void drawsALineOverAGap() {
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/aggregates?ids=70&quantity=soil_water_tension&channel=30cm&bucket=PT1H&gap=linear"
                        + "&from=2026-06-30T11:00:00Z&to=2026-07-01T12:00:00Z")
                .then()
                .statusCode(200)
                .body("series[0].buckets", hasSize(25))
                .body("series[0].buckets[1].avg", is(40f))
                .body("series[0].buckets[1].filled", nullValue())
                // an hour of 23, from 40 to 12
                .body("series[0].buckets[2].avg", is(38.782608f))
                .body("series[0].buckets[2].filled", is(true))
                .body("series[0].buckets[24].avg", is(12f));
    }

    @Test
    void answersOfARetiredAssetWhatItOnceReported() {
        String ofAsset = "/api/v1/aggregates?ids=6&quantity=fill_level&group=asset";
        cities.run(
                """
                insert into series (series_id, asset_id, device_id, city_id, quantity)
                overriding system value values (61, 6, 9, 'fulda', 'fill_level');
                insert into latest values (61, 0, '2026-05-02T10:00Z', 30, '2026-05-02T10:00Z', '2026-05-01T22:00Z');
                insert into observation (series_id, quality, observed_at, value)
                values (61, 0, '2026-05-02T09:00Z', 10), (61, 0, '2026-05-02T10:00Z', 30)""");
        try {
            given().get(ofAsset + "&from=2026-05-01&to=2026-05-03")
                    .then()
                    .statusCode(200)
                    .body("series", hasSize(1))
                    .body("series[0].buckets.avg", contains(20f));
            given().get(ofAsset + "&from=2026-06-01&to=2026-06-03&gap=null")
                    .then()
                    .statusCode(200)
                    .body("series", emptyIterable());
            given().get("/api/v1/assets?ids=6").then().statusCode(200).body("assets", emptyIterable());
        } finally {
            cities.run(
                    """
                    delete from observation where series_id = 61;
                    delete from latest where series_id = 61;
                    delete from series where series_id = 61""");
        }
    }

    @Test
    void saysWhatHasNotChanged() {
        String tag = given().get(FIRST_OF_JULY).then().extract().header("ETag");
        assertThat(tag).startsWith("\"");
        given().header("If-None-Match", tag).get(FIRST_OF_JULY).then().statusCode(304);
    }

    @Test
    void saysWhatHasNotChangedWithoutAnEndToo() {
        String untilNow = "/api/v1/aggregates?city=fulda&quantity=fill_level&from=2026-07-01&fn=avg,coverage";
        // unless a minute ends just now
        await().until(() -> {
            String tag = given().get(untilNow).then().statusCode(200).extract().header("ETag");
            return given().header("If-None-Match", tag).get(untilNow).statusCode() == 304;
        });
    }

    @Test
    void saysWhenToComeAgainWhileTooMuchIsAskedForAtOnce() {
        String large = "/api/v1/aggregates?city=fulda&quantity=fill_level&from=2026-06-01&to=2026-07-01"
                + "&bucket=PT15M&group=asset&gap=null";
        try (BytesInFlight.Share all = inFlight.share()) {
            all.take(inFlight.free());
            given().get(FIRST_OF_JULY).then().statusCode(200);
            given().get(large)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("code", is("busy"));
        }
        given().get(large).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    from=2024-01-01&to=2024-01-03&bucket=PT15M     | bucket | bucket=PT1H would do, or from=2025-05-28
                    from=2024-01-01&to=2024-01-03&zone=Asia/Kolkata | zone  | zone=UTC would do, or from=2025-05-28
                    from=2024-01-01T00:20:00Z&to=2024-01-03        | from   | the hour 2024-01-01T01:00:00+01:00 would do
                    from=2024-01-01&to=2024-01-03T00:20:00Z        | to     | the hour 2024-01-03T01:00:00+01:00 would do
                    """)
    void refusesWhatOnlyDeletedReadingsCouldAnswer(String time, String parameter, String detail) {
        given().get("/api/v1/aggregates?city=fulda&quantity=fill_level&fn=count,coverage&gap=null&" + time)
                .then()
                .statusCode(400)
                .body("code", is("invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", allOf(containsString("those before 2025-05-27T"), containsString(detail)));
    }

    @Test
    void takesThePartsOfOldDaysFromHours() {
        given().get("/api/v1/aggregates?city=fulda&quantity=fill_level&from=2024-01-01T10:00:00Z&to=2024-02-01")
                .then()
                .statusCode(200)
                .body("query.source", is("hour"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    bucket=P1Q       | bucket | bucket: 'P1Q' is not a duration; one of PT15M, PT1H, P1D, P1W, P1M
                    fn=avg,mode      | fn     | fn: 'mode' is not a function; one of avg, min
                    group=street     | group  | one of asset, district, city, kind, none
                    gap=zero         | gap    | one of none, null, previous, linear
                    pool=all         | pool   | one of assets, readings
                    zone=Mars        | zone   | Europe/Berlin or UTC would do
                    order=-max       | order  | group, start or one of the functions asked for (avg)
                    limit=0          | limit  | a whole number from 1 to 1000
                    cursor=x         | cursor | is not a cursor
                    from=1990-01-01  | from   | given 2 times
                    limit=1&limit=5  | limit  | given 2 times; once would do
                    channel=%00      | channel | holds a control character
                    channel=         | channel | is empty; give a value, or leave it out
                    order=avg,-group | order  | 'avg' and '-group' do not go together
                    """)
    void refusesNamingTheParameterTheValueAndWhatWouldDo(String parameters, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get(FIRST_OF_JULY + "&" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    from=2026-07-01                                        | quantity | is missing; one or more of fill_level
                    from=2026-07-01&quantity=fill                          | quantity | 'fill' is not a quantity; one of
                    quantity=fill_level                                    | from     | is missing; a date such as
                    quantity=fill_level&from=yesterday                     | from     | 'yesterday' is not a point in time; a date
                    quantity=fill_level&from=2026-02-30                    | from     | is not a point in time
                    quantity=fill_level&from=2026-07-01&to=2026-06-30      | to       | is not after from
                    quantity=fill_level&from=2026-07-01&to=1e9             | to       | is not a point in time
                    quantity=fill_level&from=2026-07-01&bucket=5           | bucket   | one of PT15M, PT1H, P1D, P1W, P1M
                    quantity=fill_level&from=2026-07-01&order=max          | order    | one of the functions asked for (avg)
                    quantity=fill_level&from=2026-07-01&limit=1001         | limit    | a whole number from 1 to 1000
                    quantity=fill_level&from=2026-07-01&city=fuldaa        | city     | one of fulda would do
                    quantity=fill_level&from=2026-07-01&kind=bim           | kind     | one of bench, bin, tree would do
                    quantity=fill_level&from=2026-07-01&status=fool        | status   | is not a status word; one of
                    quantity=fill_level&from=2026-07-01&bbox=1             | bbox     | is not a box
                    quantity=fill_level&from=2026-07-01&polygon=9,50%3B9,51 | polygon | is not an area
                    quantity=fill_level&from=2026-07-01&ids=one            | ids      | 'one' is not an asset id
                    """)
    void refusesEachParameterByItsName(String parameters, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/aggregates?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", allOf(startsWith(parameter + ": "), containsString(detail)));
    }

    @Test
    void takesAssetsOfSeveralZonesInTheZoneAskedFor() {
        String trees =
                "/api/v1/aggregates?ids=4,70&quantity=soil_water_tension&from=2026-06-30&to=2026-07-02&fn=count,avg"
                        + "&group=city";
        given().auth()
                .oauth2(tokens.operator())
                .get(trees)
                .then()
                .statusCode(400)
                .body("parameter", is("zone"))
                .body(
                        "detail",
                        is("zone: is missing, and the cities' clocks differ: [Europe/Berlin, Europe/London];"
                                + " one of these would do, or assets of one of them"));
        given().auth()
                .oauth2(tokens.operator())
                .get(trees + "&zone=Europe/London&gap=null")
                .then()
                .statusCode(200)
                .body("query.zone", is("Europe/London"))
                .body("series.group.city", contains("fulda", "newport"))
                .body("series[1].buckets.start", contains("2026-06-30T00:00:00+01:00", "2026-07-01T00:00:00+01:00"))
                .body("series[1].buckets.count", contains(2, 2));
    }

    @Test
    void refusesWhatIsTooLargeWithTheSizeThatWouldDo() {
        given().get("/api/v1/aggregates?quantity=fill_level&from=1990-01-01&to=2026-01-01&bucket=PT15M")
                .then()
                .statusCode(400)
                .body("code", is("too-large"))
                .body("detail", containsString("bucket=P1W would do, or a time of at most P104D"));
        given().get("/api/v1/aggregates?quantity=fill_level&from=2000-01-01&to=2026-01-01&bucket=P1D&fn=avg")
                .then()
                .statusCode(200);
    }
}
