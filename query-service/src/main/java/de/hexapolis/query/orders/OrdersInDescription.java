package de.hexapolis.query.orders;

import de.hexapolis.query.paging.DescribedLimit;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Tells the API's description how long a list of orders may be. Stateless. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OrdersInDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        DescribedLimit.describe(
                api,
                "/api/v1/orders",
                OrderListParameters.HIGHEST_LIMIT,
                "How many orders at most, each with its alerts");
    }
}
