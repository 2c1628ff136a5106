package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class ListsAreWalkedPageByPageWireTest {
    private static final int FOR_EVER = 1_000;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @ParameterizedTest
    @CsvSource({
        "assets?fields=id, assets",
        "devices, devices",
        "quarantine, messages",
        "alerts, alerts",
        "alerts/16/members, members",
        "orders, orders",
        "occurrences, occurrences",
        "flags, flags",
        "series/11/observations?from=2026-07-01T00:00:00Z, observations"
    })
    void endsWithoutALinkAndHasToldEachRowOnce(String path, String list) {
        String address = "/api/v1/" + path;
        List<Object> atOnce = get(address).jsonPath().getList(list);
        List<Object> oneByOne = new ArrayList<>();
        String next = address + (path.contains("?") ? "&" : "?") + "limit=1";
        while (!next.isEmpty() && oneByOne.size() < FOR_EVER) {
            Response page = get(next);
            List<Object> rows = page.jsonPath().getList(list);
            assertThat(rows).hasSize(1);
            oneByOne.addAll(rows);
            String link = page.header("Link");
            next = link == null ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(oneByOne).hasSizeGreaterThan(1).isEqualTo(atOnce);
    }

    private Response get(String address) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + tokens.operator())
                .get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }
}
