package de.hexapolis.query.paging;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Tells the API's description which lists have another highest limit than {@link PageParameters} says of all. */
public final class DescribedLimit {
    private DescribedLimit() {}

    /** @param path of a GET */
    public static void describe(OpenAPI api, String path, int highest, String description) {
        for (Parameter parameter : api.getPaths().getPathItem(path).getGET().getParameters()) {
            if (parameter.getName().equals("limit")) {
                parameter.setDescription(description);
                parameter.getSchema().setMaximum(BigDecimal.valueOf(highest));
            }
        }
    }
}
