package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GrafanaDashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\b(hexapolis_[a-z_]+)");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^\\| `(hexapolis\\.[a-z.]+)` \\| (counter|gauge|summary|timer) ");
    /** What Micrometer puts behind a meter's name for Prometheus. */
    private static final String SUFFIX = "_(total|seconds_(sum|count|max)|sum|count|max|bytes)$";

    private final JsonNode dashboard;

    GrafanaDashboardTest() throws IOException {
        dashboard = new ObjectMapper().readTree(Checkout.text("deploy/grafana/hexapolis.json"));
    }

    @Test
    void showsOnlyMetricsThatThePageOfMetricsLists() {
        Set<String> listed = new TreeSet<>();
        LISTED.matcher(Checkout.text("docs/METRICS.md")).results().forEach(meter -> listed.add(meter.group(1)));

        assertThat(meters()).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void givesEachPanelATitleADescriptionAndAPlaceOfItsOwn() {
        Set<String> places = new TreeSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).isNotBlank();
            JsonNode position = panel.path("gridPos");
            assertThat(places.add(position.path("x") + "," + position.path("y")))
                    .isTrue();
        }
    }

    /** The meters' own names, with dots. */
    private Set<String> meters() {
        Set<String> names = new TreeSet<>();
        for (JsonNode expression : dashboard.findValues("expr")) {
            Matcher metric = METRIC.matcher(expression.asText());
            while (metric.find()) {
                names.add(metric.group(1).replaceFirst(SUFFIX, "").replace('_', '.'));
            }
        }
        return names;
    }
}
