package de.hexapolis.query.aggregates;

import de.hexapolis.query.parameter.DescribedWords;
import de.hexapolis.telemetry.Quantity;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Tells the API's description which words the lists {@code quantity} and {@code fn} take. Stateless. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AggregatesInDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        DescribedWords.describe(api, "/api/v1/aggregates", "quantity", Quantity.values(), Quantity::wireName);
        DescribedWords.describe(
                api, "/api/v1/aggregates", "fn", AggregateFunction.values(), AggregateFunction::wireName);
    }
}
