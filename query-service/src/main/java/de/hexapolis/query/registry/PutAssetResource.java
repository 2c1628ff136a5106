package de.hexapolis.query.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandAnswer;
import de.hexapolis.query.command.CommandBody;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST} and {@code PUT} of assets: for staff of the city. */
@Path("/api/v1/assets")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Registry")
public final class PutAssetResource {
    private static final String KIND = "put-asset";

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;

    public PutAssetResource(Database database, CommandDesk desk, CurrentCaller current) {
        this.database = database;
        this.desk = desk;
        this.current = current;
    }

    @POST
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "registerAsset",
            summary = "Register an asset, or change the one that has this reference in this city")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssetBody.class)))
    @APIResponse(responseCode = "200", description = "It was there; the result says what changed")
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response register(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        JsonNode wish = CommandBody.object(body);
        Caller caller = current.caller();
        CityId city = CommandBody.city(wish).orElseThrow(() -> CommandBody.missing("city"));
        caller.mustBeStaffOf(city);
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, Optional.of(city), wish)));
    }

    @PUT
    @Path("{id}")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "changeAsset", summary = "Change an asset; it stays in its city")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssetBody.class)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response change(
            @PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = CommandBody.object(body).deepCopy();
        Caller caller = current.caller();
        CityId city = database.read(connection -> CityOf.asset(connection, id))
                .filter(caller::isStaffOf)
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no asset %d in your cities".formatted(id)));
        if (!CommandBody.city(wish).orElse(city).equals(city)) {
            throw Trouble.INVALID_BODY.problem("city", "asset %d stays in '%s'".formatted(id, city));
        }
        wish.put("id", id).put("city", city.value());
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, Optional.of(city), wish)));
    }
}
