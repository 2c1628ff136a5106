package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;

/** What a calendar program reads; ical4j stands for all of them. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class CalendarFeedTest {
    private static final String FEED = "/api/v1/orders?open=true&format=ics";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities cities;

    @Test
    void isACalendarWithATaskAndADateForEachOrder() throws Exception {
        Calendar calendar = read(FEED);
        CalendarComponent task = component(calendar, Component.VTODO, "order-7@fulda.hexapolis");
        assertThat(value(task, "SUMMARY")).isEqualTo("2 Behälter in Nordend");
        assertThat(value(task, "DUE")).isEqualTo("20260701T160000Z");
        assertThat(value(task, "PRIORITY")).isEqualTo("3");
        assertThat(value(task, "STATUS")).isEqualTo("NEEDS-ACTION");
        assertThat(value(task, "GEO")).isEqualTo("50.545000;9.690000");
        assertThat(value(task, "SEQUENCE")).isEqualTo("1800");
        CalendarComponent date = component(calendar, Component.VEVENT, "order-7-due@fulda.hexapolis");
        assertThat(value(date, "DTSTART")).isEqualTo("20260701T160000Z");
        assertThat(calendar.getComponents(Component.VTODO)).hasSize(2);
        assertThat(calendar.getComponents(Component.VEVENT))
                .as("of those with a due time")
                .hasSize(1);
        assertThat(calendar.toString()).as("names no person").doesNotContain("Kim");
    }

    @Test
    void speaksEnglishToo() throws Exception {
        CalendarComponent task = component(read(FEED + "&lang=en"), Component.VTODO, "order-7@fulda.hexapolis");
        assertThat(value(task, "SUMMARY")).isEqualTo("2 bins in Nordend");
    }

    @Test
    void foldsLongLinesBetweenCharactersAndEscapes() throws Exception {
        String hostile = "Müll, „rot“; C:\\neu ".repeat(12) + "🗑".repeat(30);
        cities.run("update asset set name = '%s' where asset_id = 9".formatted(hostile));
        try {
            String text = text(FEED);
            for (String line : text.split("\r\n", -1)) {
                assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\n").doesNotContain("\uFFFD");
            }
            CalendarComponent task = component(read(FEED), Component.VTODO, "order-7@fulda.hexapolis");
            assertThat(value(task, "DESCRIPTION")).contains(hostile + ": Behälter voll\n");
        } finally {
            cities.run("update asset set name = 'Gestört' where asset_id = 9");
        }
    }

    private String text(String feed) {
        return new String(
                given().auth()
                        .oauth2(tokens.staffOf("fulda"))
                        .get(feed)
                        .then()
                        .statusCode(200)
                        .contentType("text/calendar")
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private Calendar read(String feed) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text(feed)));
        calendar.validate();
        return calendar;
    }

    private static CalendarComponent component(Calendar calendar, String name, String uid) {
        List<CalendarComponent> found = calendar.getComponents(name);
        return found.stream()
                .filter(each -> value(each, "UID").equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static String value(CalendarComponent component, String property) {
        return component.getRequiredProperty(property).getValue();
    }
}
