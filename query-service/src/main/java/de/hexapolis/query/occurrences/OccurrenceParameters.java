package de.hexapolis.query.occurrences;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose occurrences, as given. One request's. */
public class OccurrenceParameters {
    private static final List<String> KINDS = List.of("emptying", "watering", "rain", "wetting");

    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("asset")
    @Parameter(description = "Assets, by id", example = "17")
    List<String> asset = List.of();

    @QueryParam("kind")
    @Parameter(description = "emptying, watering, rain, wetting", example = "emptying")
    List<String> kind = List.of();

    @QueryParam("from")
    @Parameter(description = "Happened at or after", example = "2026-07-01T00:00:00+02:00")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Happened before", example = "2026-07-08T00:00:00+02:00")
    @Nullable
    String to;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    OccurrenceQuestion question() {
        return new OccurrenceQuestion(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Set.copyOf(new Given("asset", asset).items("an asset's id: a whole number", Long::valueOf)),
                Set.copyOf(new Given("kind", kind)
                        .items("one of " + String.join(", ", KINDS), OccurrenceParameters::kind)),
                Given.of("from", from).instant(),
                Given.of("to", to).instant(),
                Optional.empty());
    }

    private static String kind(String word) {
        if (!KINDS.contains(word)) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }
}
