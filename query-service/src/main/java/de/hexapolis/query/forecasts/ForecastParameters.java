package de.hexapolis.query.forecasts;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose forecasts, as given. One request's. */
public class ForecastParameters {
    private static final List<String> KINDS = List.of("bin", "tree");

    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("kind")
    @Parameter(description = "bin: when it is full; tree: when it is dry", example = "bin")
    List<String> kind = List.of();

    @QueryParam("district")
    @Parameter(description = "District ids", example = "nordend")
    List<String> district = List.of();

    @QueryParam("asset")
    @Parameter(description = "Assets, by id", example = "17")
    List<String> asset = List.of();

    @QueryParam("by_round_over")
    @Parameter(
            description = "Only bins that are full by the next planned round with more than this probability",
            schema = @Schema(implementation = Double.class, minimum = "0", maximum = "1"),
            example = "0.5")
    @Nullable
    String byRoundOver;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    ForecastQuestion question() {
        return new ForecastQuestion(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Set.copyOf(new Given("kind", kind).items("bin or tree", ForecastParameters::kind)),
                Set.copyOf(new Given("district", district).items()),
                Set.copyOf(new Given("asset", asset).items("an asset's id: a whole number", Long::valueOf)),
                Given.of("by_round_over", byRoundOver)
                        .value("a probability from 0 to 1", ForecastParameters::probability));
    }

    private static String kind(String word) {
        if (!KINDS.contains(word)) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }

    private static Double probability(String text) {
        double value = Double.parseDouble(text);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
