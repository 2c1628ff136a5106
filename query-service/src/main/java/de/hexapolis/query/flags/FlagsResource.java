package de.hexapolis.query.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandAnswer;
import de.hexapolis.query.command.CommandBody;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/flags}: for staff of the cities. */
@Path("/api/v1/flags")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Flags")
public final class FlagsResource {
    private static final String KIND = "put-flag";

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    public FlagsResource(Database database, CommandDesk desk, CurrentCaller current, Answers answers) {
        this.database = database;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Flags")
    public record Flags(List<Flag> flags) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listFlags",
            summary = "Series that are not to be believed, and since when; the newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Flags.class)))
    public Response list(@BeanParam FlagParameters parameters, @Context Request request, @Context UriInfo uri) {
        FlagQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        PageOf<Flag> flags = database.read(connection -> {
            FilterWords.checkCities(connection, question.cities(), caller);
            return page.cut(ReadFlags.run(connection, question, caller, page.beforeKey(), page.rowsToRead()), Flag::id);
        });
        return NextPage.link(answers.json(request, new Flags(flags.rows())), uri, flags.next())
                .build();
    }

    @POST
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "setFlag", summary = "Say that a series is not to be believed")
    @RequestBody(content = @Content(schema = @Schema(implementation = FlagBody.class)))
    @APIResponse(responseCode = "201", description = "Set")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response set(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = CommandBody.object(body);
        CommandBody.refuseUnknown(wish, List.of("series", "from", "text"));
        if (!wish.path("series").canConvertToInt()) {
            throw Trouble.INVALID_BODY.problem("series", "must be the id of a series");
        }
        int series = wish.path("series").intValue();
        Caller caller = current.caller();
        CityId city = database.readOne(connection -> ReadCityOf.series(connection, series))
                .filter(caller::isStaffOf)
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no series %d in your cities".formatted(series)));
        return handOver(key, caller, city, wish);
    }

    @POST
    @Path("{id}/end")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "endFlag",
            summary = "Say that a series is to be believed again, or with `undo` that it always was")
    @RequestBody(content = @Content(schema = @Schema(implementation = FlagBody.class)))
    @APIResponse(responseCode = "200", description = "Ended")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response end(
            @PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = body == null
                ? JsonNodeFactory.instance.objectNode()
                : CommandBody.object(body).deepCopy();
        CommandBody.refuseUnknown(wish, List.of("at", "undo", "text"));
        Caller caller = current.caller();
        CityId city =
                database
                        .read(connection -> ReadFlags.run(connection, FlagQuestion.one(id), caller, Long.MAX_VALUE, 1))
                        .stream()
                        .findFirst()
                        .map(found -> new CityId(found.city()))
                        .orElseThrow(() -> Trouble.NOT_FOUND.problem("no flag %d in your cities".formatted(id)));
        return handOver(key, caller, city, wish.put("flag", id).put("action", "end"));
    }

    private Response handOver(@Nullable String key, Caller caller, CityId city, ObjectNode wish) {
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, Optional.of(city), wish)));
    }
}
