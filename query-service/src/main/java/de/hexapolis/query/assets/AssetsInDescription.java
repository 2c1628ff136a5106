package de.hexapolis.query.assets;

import de.hexapolis.query.paging.DescribedLimit;
import de.hexapolis.query.parameter.DescribedWords;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Tells the API's description how long a list of assets may be, and which fields there are. Stateless. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AssetsInDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        DescribedLimit.describe(
                api,
                "/api/v1/assets",
                AssetListParameters.HIGHEST_LIMIT_WITH_FIELDS,
                "How many rows at most: 1000, or 20000 with few `fields` (not `properties`), for a map");
        DescribedWords.describe(api, "/api/v1/assets", "fields", AssetField.values(), AssetField::wireName);
    }
}
