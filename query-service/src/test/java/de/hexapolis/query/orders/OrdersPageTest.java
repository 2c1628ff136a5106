package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a phone without script uses it. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class OrdersPageTest {
    private static final Pattern DONE_FORM = Pattern.compile(
            "(?s)<form[^>]*action=\"(/orders/7/answer)\">((?:(?!</form>).)*value=\"done\"(?:(?!</form>).)*)</form>");
    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void showsACrewItsOrdersInGermanFirst() {
        crew().get("/orders")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("<h1>Aufträge</h1>"))
                .body(containsString("2 Behälter in Nordend"))
                .body(containsString("<p class=\"severity urgent\">dringend</p>"))
                .body(containsString("2 von 2 offen"))
                .body(containsString("bis Mi., 1. Juli, 18:00 Uhr"))
                .body(containsString("Kolonne Nord, Nordend"))
                .body(containsString(">Angenommen</button>"))
                .body(containsString("Geht nicht …"))
                .body(not(containsString("/orders/8")));
    }

    @Test
    void speaksEnglishCompletely() {
        for (String page : List.of("/orders", "/orders/7")) {
            String english = crew().header("Accept-Language", "en-GB").get(page).asString();
            assertThat(english)
                    .contains("<html lang=\"en\">", "2 bins in Nordend", "urgent", "2 of 2 open", ">Accept</button>")
                    .doesNotContain("Auftr", "Erledigt", "Warum", "Geht nicht", "Abmelden", "Uhr", "Alle ", "Weg");
        }
        crew().header("Accept-Language", "en").get("/orders?lang=de").then().body(containsString("Aufträge"));
        given().get("/login?lang=en").then().body(containsString("Sign in")).body(not(containsString("Ausweis")));
    }

    @Test
    void tellsOneOrderWithItsPlacesAndWhy() {
        crew().get("/orders/7")
                .then()
                .statusCode(200)
                .body(containsString("<a class=\"map\" href=\"geo:50.552000,9.675000\">Weg dorthin</a>"))
                .body(containsString("Füllstand 96\u202f% (ab 95\u202f%), Mi., 1. Juli, 10:30 Uhr"))
                .body(containsString("name=\"asset\" value=\"9\""));
        crew().get("/orders/8").then().statusCode(404).body(containsString("Diesen Auftrag gibt es nicht"));
    }

    @Test
    void showsWhatIsCriticalBeforeWhatIsDueSooner() {
        cities.run(
                """
                insert into work_order (order_id, city_id, crew_id, work, state, collecting, severity, due_at, opened_at, changed_at)
                overriding system value values
                    (50, 'fulda', 'fulda-nord', 'extinguish', 'open', false, 3, null, '2026-07-01T09:00Z', '2026-07-01T09:00Z')
                """);
        try {
            String page = crew().get("/orders").asString();
            assertThat(page.indexOf("/orders/50?")).isPositive().isLessThan(page.indexOf("/orders/7?"));
        } finally {
            cities.run("delete from work_order where order_id = 50");
        }
    }

    @Test
    void leadsToEveryOrderHoweverManyThereAre() {
        cities.run(
                """
                insert into work_order (order_id, city_id, crew_id, work, state, collecting, severity, opened_at, changed_at)
                overriding system value
                select 1000 + n, 'fulda', 'fulda-nord', 'empty', 'open', false, 0, '2026-07-01T09:00Z', '2026-07-01T09:00Z'
                from generate_series(1, 250) n
                """);
        try {
            Set<String> found = new TreeSet<>();
            String page = "/orders";
            for (int pages = 0; !page.isEmpty(); pages++) {
                assertThat(pages).isLessThan(4);
                String text = crew().get(page).asString();
                Matcher order = Pattern.compile("<h2><a href=\"/orders/(\\d+)").matcher(text);
                while (order.find()) {
                    found.add(order.group(1));
                }
                Matcher next = Pattern.compile("href=\"(/orders\\?page=\\d+)[^\"]*\">Weniger")
                        .matcher(text);
                page = next.find() ? next.group(1) : "";
            }
            assertThat(found).hasSize(251);
            crew().get("/orders?page=0").then().statusCode(400).body(containsString("<p lang=\"en\">page: "));
        } finally {
            cities.run("delete from work_order where order_id > 1000");
        }
    }

    @Test
    void tellsForHowManyDevicesASilentGatewayStands() {
        cities.run(
                """
                insert into work_order (order_id, city_id, crew_id, work, state, collecting, severity, items, items_open,
                    opened_at, changed_at)
                overriding system value values
                    (51, 'fulda', 'staff', 'inspect', 'open', false, 2, 1, 1, '2026-07-01T10:30Z', '2026-07-01T10:30Z');
                update alert set order_id = 51 where alert_id = 16;
                """);
        try {
            RequestSpecification staff = given().auth().oauth2(tokens.staffOf("fulda"));
            staff.get("/orders/51").then().statusCode(200).body(containsString("<p>Steht für 2 Geräte</p>"));
            staff.get("/orders/51?lang=en").then().body(containsString("<p>Stands for 2 devices</p>"));
            staff.get("/orders/7").then().body(not(containsString("Steht für")));
        } finally {
            cities.run(
                    "update alert set order_id = null where alert_id = 16; delete from work_order where order_id = 51");
        }
    }

    @Test
    void namesEachButtonByWhatItIsAbout() {
        crew().get("/orders").then().body(containsString("aria-label=\"Erledigt – 2 Behälter in Nordend\""));
        crew().get("/orders/7").then().body(containsString("aria-label=\"Erledigt – Universitätsplatz, Nordend\""));
    }

    @Test
    void holdsHostileNamesAsText() {
        cities.run("update asset set name = '<script>alert(1)</script>\"''&' where asset_id = 9");
        try {
            crew().get("/orders/7")
                    .then()
                    .statusCode(200)
                    .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
                    .body(not(containsString("<script>")));
        } finally {
            cities.run("update asset set name = 'Gestört' where asset_id = 9");
        }
    }

    @Test
    void letsNothingForeignIn() {
        crew().get("/orders")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cache-Control", is("no-store"))
                .header("X-Content-Type-Options", "nosniff")
                .body(not(containsString("style=")))
                .body(not(containsString("onclick")));
        given().get("/pages/crew.css").then().statusCode(200).body(containsString("min-height: 48px"));
        given().get("/pages/orders.js").then().statusCode(200);
    }

    @Test
    void sendsStrangersToTheLogin() {
        given().redirects()
                .follow(false)
                .get("/orders/7?lang=en")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to=/orders/7&lang=en"));
        given().redirects()
                .follow(false)
                .cookie("hexapolis", "nonsense")
                .get("/orders")
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/orders/%20x")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to=/orders&"));
        given().cookie("hexapolis", tokens.deviceOf("fulda"))
                .get("/orders")
                .then()
                .statusCode(403);
        given().get("/login?to=https://evil.example").then().body(containsString("name=\"to\" value=\"/orders\""));
    }

    @Test
    void signsInWithATokenAndOutAgain() {
        Response signedIn = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("token", " " + tokens.crewOf("fulda", "fulda-nord") + "\n")
                .formParam("to", "/orders/7")
                .post("/login");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).endsWith("/orders/7?lang=de");
        Cookie cookie = signedIn.detailedCookie("hexapolis");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isBetween(1_700L, 1_800L);
        given().cookie(cookie).get("/orders").then().statusCode(200);
        given().cookie(cookie).get("/api/v1/orders").then().statusCode(200);
        given().auth()
                .oauth2(tokens.staffOf("fulda"))
                .get("/api/v1/orders")
                .then()
                .statusCode(200);
        Response signedOut = given().redirects()
                .follow(false)
                .cookie(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("lang", "de")
                .post("/logout");
        assertThat(signedOut.detailedCookie("hexapolis").getMaxAge()).isZero();
        given().header("Sec-Fetch-Site", "same-origin")
                .formParam("token", Tokens.forged())
                .post("/login")
                .then()
                .statusCode(401)
                .body(containsString("gilt nicht"));
    }

    @Test
    void aDoubleTapIsOneCommand() throws InterruptedException {
        cities.run("delete from command");
        answering(
                "update command set outcome = 'done', finished_at = now(), result = '{}' where outcome is null", () -> {
                    String page = crew().get("/orders/7").asString();
                    assertThat(doneForm(page))
                            .isEqualTo(doneForm(crew().get("/orders/7").asString()));
                    for (int tap = 0; tap < 2; tap++) {
                        post(page, "Sec-Fetch-Site", "same-origin")
                                .then()
                                .statusCode(303)
                                .header("Location", containsString("/orders/7?lang=de&said=done"));
                    }
                });
        assertThat(cities.count("select count(*) from command where kind = 'answer-alert' and requested_by = 'kim'"
                        + " and body = '{\"order\": 7, \"action\": \"done\", \"assets\": [1, 9]}'"))
                .isEqualTo(1);
        crew().get("/orders/7?said=done").then().body(containsString("Danke, das ist notiert."));
    }

    @Test
    void saysWhyItWasRefused() throws InterruptedException {
        answering(
                """
                update command set outcome = 'refused', finished_at = now(),
                    result = '{"problem": {"status": 409, "code": "invalid-transition", "detail": "no"}}'
                where outcome is null
                """,
                () -> crew().redirects()
                        .follow(false)
                        .header("Sec-Fetch-Site", "same-origin")
                        .formParam("csrf", csrf(crew().get("/orders/7").asString()))
                        .formParam("action", "start")
                        .formParam("asset", "9")
                        .post("/orders/7/answer")
                        .then()
                        .statusCode(409)
                        .body(containsString("Der Auftrag steht nicht mehr so")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example", "X: y"
            })
    void refusesFormsOfOtherSites(String header) {
        String page = crew().get("/orders/7").asString();
        String[] parts = header.split(": ", -1);
        post(page, parts[0], parts[1]).then().statusCode(403);
        refusesADone(crew().header(parts[0], parts[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/", "//login", "/%6Cogin", "/login;x"})
    void letsNoOtherSiteSignSomebodyIn(String spelling) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .body("token=" + tokens.crewOf("fulda", "fulda-nord"))
                .post(spelling);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.cookie("hexapolis")).isNull();
    }

    @Test
    void believesTheBrowserThoughATokenIsSentAlong() {
        refusesADone(crew().header("Sec-Fetch-Site", "cross-site").header("Authorization", "Bearer x"));
    }

    @Test
    void keepsPersonalAnswersFromProxies() {
        crew().get("/api/v1/orders")
                .then()
                .header("Cache-Control", containsString("private"))
                .header("Vary", containsString("Cookie"));
        given().get("/api/v1/cities").then().header("Cache-Control", not(containsString("private")));
    }

    @Test
    void showsACrewNothingIfItsTokenNamesNoCrewOrIsMalformed() {
        given().cookie("hexapolis", tokens.crewClaiming("fulda", List.of()))
                .get("/api/v1/orders")
                .then()
                .statusCode(200)
                .body("orders", hasSize(0));
        for (Object malformed : List.of("fulda-nord", true, List.of(7))) {
            given().cookie("hexapolis", tokens.crewClaiming("fulda", malformed))
                    .get("/api/v1/orders")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("'crews'"));
        }
        given().cookie("hexapolis", tokens.crewNamed("kim", "fulda"))
                .get("/api/v1/orders?open=true")
                .then()
                .body("orders.id", hasItems(7, 8));
    }

    @Test
    void refusesAFormWithoutItsProof() {
        RequestSpecification form =
                crew().header("Sec-Fetch-Site", "same-origin").formParam("action", "done");
        form.post("/orders/7/answer").then().statusCode(403).body(containsString("Laden Sie sie neu"));
        form.formParam("csrf", "guessed").post("/orders/7/answer").then().statusCode(403);
    }

    private Response post(String page, String header, String value) {
        RequestSpecification form = crew().redirects().follow(false).header(header, value);
        Matcher field = FIELD.matcher(doneForm(page));
        while (field.find()) {
            form.formParam(field.group(1), field.group(2));
        }
        return form.post("/orders/7/answer");
    }

    private static void refusesADone(RequestSpecification request) {
        request.contentType("application/json")
                .body("{}")
                .post("/api/v1/orders/7/done")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    private static String csrf(String page) {
        return page.replaceFirst("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static String doneForm(String page) {
        Matcher form = DONE_FORM.matcher(page);
        assertThat(form.find()).as("a form that says done").isTrue();
        return form.group(2);
    }

    private final AtomicBoolean done = new AtomicBoolean();

    private void answering(String sql, Runnable requests) throws InterruptedException {
        Thread ingest = new Thread(() -> {
            while (!done.get()) {
                cities.run(sql);
            }
        });
        ingest.start();
        try {
            requests.run();
        } finally {
            done.set(true);
            ingest.join();
        }
    }

    private RequestSpecification crew() {
        return given().cookie("hexapolis", session());
    }

    /** One session a test: forms are made for it. */
    private String session() {
        if (session.isEmpty()) {
            session = tokens.crewOf("fulda", "fulda-nord");
        }
        return session;
    }

    private String session = "";
}
