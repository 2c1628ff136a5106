package de.hexapolis.query.aggregates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.RunningOnSmallCities;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README shows of the API is what it answers. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class ReadmeWireTest {
    private static final Pattern SHOWN = Pattern.compile(
            "curl -H 'Accept: text/csv' \"http://[^/]+([^\"]+)\"\\n```\\n```\\n(.+?)```", Pattern.DOTALL);

    @Test
    void showsTheColumnsOfARealAnswer() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(readme()));
        assertThat(shown.find()).as("README.md shows aggregates as CSV").isTrue();
        List<String> real = given().accept("text/csv")
                .get(shown.group(1).replace("$(date +%F)", "2026-07-01"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        List<String> rows = shown.group(2).lines().toList();
        assertThat(rows).hasSizeGreaterThan(1).first().isEqualTo(real.get(0));
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row ->
                        assertThat(row.split(",", -1)).hasSameSizeAs(real.get(1).split(",", -1)))
                .allSatisfy(row -> assertThat(row).endsWith(endOf(real.get(1))));
    }

    /** The channels, source, estimated functions and whether the row is filled. */
    private static String endOf(String row) {
        List<String> fields = List.of(row.split(",", -1));
        return "," + String.join(",", fields.subList(fields.size() - 4, fields.size()));
    }

    private static Path readme() {
        Path here = Path.of("").toAbsolutePath();
        return (here.endsWith("query-service") ? here.resolveSibling("") : here).resolve("README.md");
    }
}
