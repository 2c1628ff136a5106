package de.hexapolis.query.root;

import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1}: links to everything. */
@Path("/api/v1")
@Tag(name = "Way in")
public final class ApiRootResource {
    private static final ApiRoot ROOT = new ApiRoot(List.of(
            new ApiLink("cities", "/api/v1/cities", "public"),
            new ApiLink("kinds", "/api/v1/kinds", "public"),
            new ApiLink("assets", "/api/v1/assets", "public"),
            new ApiLink("aggregates", "/api/v1/aggregates", "public"),
            new ApiLink("devices", "/api/v1/devices", "staff"),
            new ApiLink("rules", "/api/v1/rules", "staff"),
            new ApiLink("quarantine", "/api/v1/quarantine", "staff"),
            new ApiLink("alerts", "/api/v1/alerts", "crew"),
            new ApiLink("orders", "/api/v1/orders", "crew"),
            new ApiLink("crews", "/api/v1/crews", "crew"),
            new ApiLink("occurrences", "/api/v1/occurrences", "crew"),
            new ApiLink("flags", "/api/v1/flags", "staff"),
            new ApiLink("forecasts", "/api/v1/forecasts", "crew"),
            new ApiLink("live", "/api/v1/live", "crew"),
            new ApiLink("channels", "/api/v1/channels", "staff"),
            new ApiLink("deliveries", "/api/v1/deliveries", "staff"),
            new ApiLink("service-desc", "/q/openapi", "public"),
            new ApiLink("status", "/q/health", "public")));

    private final Answers answers;

    public ApiRootResource(Answers answers) {
        this.answers = answers;
    }

    /** What there is. */
    @Schema(name = "ApiRoot")
    public record ApiRoot(List<ApiLink> links) {}

    /** Where it is, and for whom. */
    @Schema(name = "ApiLink")
    public record ApiLink(
            @Schema(examples = "assets") String rel,
            @Schema(examples = "/api/v1/assets") String href,
            @Schema(examples = "public") String audience) {}

    @GET
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readRoot", summary = "What there is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApiRoot.class)))
    public Response root(@Context Request request) {
        return answers.json(request, ROOT).build();
    }
}
