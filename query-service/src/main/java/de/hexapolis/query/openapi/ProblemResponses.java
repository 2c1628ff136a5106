package de.hexapolis.query.openapi;

import de.hexapolis.query.problem.ProblemDocument;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to each operation the problems that it may end with, and says how to sign in. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {
    private static final String REF = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        api.getComponents()
                .addSecurityScheme(
                        "token",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Claims: groups (operator, staff, crew, device), cities, crews"));
        for (Map.Entry<String, PathItem> path : api.getPaths().getPathItems().entrySet()) {
            path.getValue().getOperations().values().forEach(operation -> complete(operation, path.getKey()));
        }
    }

    private static void complete(Operation operation, String path) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        add(operation, "400", "A parameter or the body is not what is expected; the detail says what would do");
        if (path.contains("{")) {
            add(operation, "404", "Not there, or not for this caller");
        }
        add(operation, "401", "The token is missing or not valid");
        add(operation, "403", "The token is for other roles or cities");
        add(
                operation,
                "503",
                "The database is away, or too much is asked for at once (Retry-After says when to come again), or it took too long");
    }

    private static void add(Operation operation, String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDocument.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(REF))));
        operation.getResponses().addAPIResponse(status, response);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("An error (RFC 9457)")
                .addProperty("type", text("https://hexapolis.local/problems/invalid-parameter"))
                .addProperty("title", text("Invalid parameter"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .addExample(400))
                .addProperty("code", text("invalid-parameter"))
                .addProperty("detail", text("limit: '5000' is not a whole number from 1 to 1000"))
                .addProperty("parameter", text("limit"));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
