package de.hexapolis.query.flags;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose flags, as given. One request's. */
public class FlagParameters {
    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("asset")
    @Parameter(description = "Assets, by id", example = "17")
    List<String> asset = List.of();

    @QueryParam("open")
    @Parameter(
            description = "Only what is still so, or only what is over",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String open;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    FlagQuestion question() {
        return new FlagQuestion(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Set.copyOf(new Given("asset", asset).items("an asset's id: a whole number", Long::valueOf)),
                Given.of("open", open).yesOrNo(),
                Optional.empty());
    }
}
