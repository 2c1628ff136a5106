package de.hexapolis.query.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandAnswer;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.parameter.Given;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/blueprints}: for operators. */
@Path("/api/v1/blueprints")
@Tag(name = "Registry")
public final class BlueprintResource {
    private final CommandDesk desk;
    private final CurrentCaller current;

    public BlueprintResource(CommandDesk desk, CurrentCaller current) {
        this.desk = desk;
        this.current = current;
    }

    @POST
    @RolesAllowed(Audience.OPERATOR)
    @Consumes("application/zip")
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "loadBlueprint",
            summary = "Load a blueprint: the zip of its folder, at most 16 MB",
            description = "Loading again changes nothing; loading a changed pack changes just that. A pack with a fault"
                    + " is refused whole, with file, line, field and reason.")
    @APIResponse(responseCode = "200", description = "Loaded; the result counts what changed")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response load(
            @HeaderParam(Command.KEY_HEADER) @Nullable String key,
            @QueryParam("overwrite") @Parameter(description = "Also what people have changed since: `true`") @Nullable
                    String overwrite,
            byte[] zip) {
        Caller caller = current.caller();
        boolean overwrites = Given.of("overwrite", overwrite).yesOrNo().orElse(false);
        Command command = Command.of(
                key,
                "load-blueprint",
                caller,
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("overwrite", overwrites));
        return CommandAnswer.of(desk.handOver(command.withAttachment(zip)));
    }
}
