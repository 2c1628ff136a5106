package de.hexapolis.query.occurrences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/occurrences}: a person's word, which goes before the sensor's. For staff and crews of the city. */
@Path("/api/v1/occurrences")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Occurrences")
public final class TellOccurrenceResource {
    private static final String KIND = "put-occurrence";

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;

    public TellOccurrenceResource(Database database, CommandDesk desk, CurrentCaller current) {
        this.database = database;
        this.desk = desk;
        this.current = current;
    }

    @POST
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "tellOccurrence", summary = "Say that something was emptied or watered")
    @RequestBody(content = @Content(schema = @Schema(implementation = OccurrenceBody.class)))
    @APIResponse(responseCode = "201", description = "Noted")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response tell(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = CommandBody.object(body);
        CommandBody.refuseUnknown(wish, List.of("asset", "kind", "at", "text"));
        if (!wish.path("asset").canConvertToLong()) {
            throw Trouble.INVALID_BODY.problem("asset", "must be the id of an asset");
        }
        long asset = wish.path("asset").longValue();
        Caller caller = current.caller();
        CityId city = database.readOne(connection -> ReadCityOf.asset(connection, asset, caller))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no asset %d in your cities".formatted(asset)));
        return handOver(key, caller, city, wish);
    }

    @POST
    @Path("{id}/{action: correct|remove}")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "correctOccurrence",
            summary = "Correct an occurrence, or say that it never was",
            description =
                    "`correct` with kind, time or text; `remove` with a text, if you like. Crews may do so where an"
                            + " order of theirs is, or was, about the asset.")
    @RequestBody(content = @Content(schema = @Schema(implementation = OccurrenceBody.class)))
    @APIResponse(responseCode = "200", description = "Noted; no sensor changes it any more")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response correct(
            @PathParam("id") long id,
            @PathParam("action") String action,
            @HeaderParam(Command.KEY_HEADER) @Nullable String key,
            @Nullable JsonNode body) {
        ObjectNode wish = body == null
                ? JsonNodeFactory.instance.objectNode()
                : CommandBody.object(body).deepCopy();
        CommandBody.refuseUnknown(wish, action.equals("correct") ? List.of("kind", "at", "text") : List.of("text"));
        Caller caller = current.caller();
        Occurrence told = database
                .read(connection ->
                        ReadOccurrences.run(connection, OccurrenceQuestion.one(id), caller, Long.MAX_VALUE, 1))
                .stream()
                .findFirst()
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no occurrence %d in your cities".formatted(id)));
        if (!database.read(connection -> ReadConcerned.on(connection, told.city(), told.asset(), caller))) {
            throw Trouble.FORBIDDEN.problem("no order of your crews is about asset %d".formatted(told.asset()));
        }
        return handOver(
                key, caller, new CityId(told.city()), wish.put("occurrence", id).put("action", action));
    }

    private Response handOver(@Nullable String key, Caller caller, CityId city, ObjectNode wish) {
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, Optional.of(city), wish)));
    }
}
