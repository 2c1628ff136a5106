package de.hexapolis.query.rules;

import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose rules, as given. One request's. */
public class RuleParameters {
    @QueryParam("city")
    @Parameter(description = "Overrides of these cities only; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("asset")
    @Parameter(
            description = "What holds for this asset, with the nearest override merged over each rule",
            schema = @Schema(implementation = Long.class))
    @Nullable
    String asset;

    Set<CityId> cities() {
        return Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new));
    }

    Optional<Long> asset() {
        return Given.of("asset", asset).value("the id of an asset", Long::valueOf);
    }
}
