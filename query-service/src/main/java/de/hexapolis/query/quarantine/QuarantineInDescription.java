package de.hexapolis.query.quarantine;

import de.hexapolis.query.paging.DescribedLimit;
import de.hexapolis.query.parameter.DescribedWords;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Tells the API's description how long a list of quarantined messages may be, and which reasons there are. Stateless. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class QuarantineInDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        DescribedLimit.describe(api, "/api/v1/quarantine", QuarantineResource.HIGHEST_LIMIT, "How many rows at most");
        for (String path : List.of("/api/v1/quarantine", "/api/v1/quarantine/summary")) {
            DescribedWords.describe(api, path, "reason", QuarantineReason.values(), QuarantineReason::wireName);
        }
    }
}
