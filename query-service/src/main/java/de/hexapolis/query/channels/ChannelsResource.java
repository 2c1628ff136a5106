package de.hexapolis.query.channels;

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
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** {@code /api/v1/channels}: for staff of the cities; those of all cities for operators. */
@Path("/api/v1/channels")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Channels")
public final class ChannelsResource {
    private static final String KIND = "put-channel";
    private static final List<String> NEW = List.of("city", "crew", "kind", "name", "address", "settings");
    private static final List<String> CHANGED = List.of("name", "address", "settings", "enabled", "new_secret");

    private final Database database;
    private final Database commands;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    /** @param commands where a channel is known as soon as it is made */
    public ChannelsResource(
            Database database,
            @Identifier(CommandDesk.DATABASE) Database commands,
            CommandDesk desk,
            CurrentCaller current,
            Answers answers) {
        this.database = database;
        this.commands = commands;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Channels")
    public record Channels(List<Channel> channels) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listChannels",
            summary = "By which channels crews and staff are told, and whether these work")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Channels.class)))
    public Response list(@BeanParam ChannelParameters parameters, @Context Request request, @Context UriInfo uri) {
        ChannelQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        PageOf<Channel> channels = database.read(connection -> page.cut(
                ReadChannels.run(connection, question, caller, page.afterKey(), page.rowsToRead()), Channel::id));
        return NextPage.link(answers.json(request, new Channels(channels.rows())), uri, channels.next())
                .build();
    }

    @POST
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "createChannel",
            summary = "Have somebody told by webhook, mail or on the broker",
            description = "The answer holds a webhook's secret, by which receivers check signatures. It is answered to"
                    + " who sends the same command with the same key again within an hour, and never afterwards.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelBody.New.class)))
    @APIResponse(responseCode = "201", description = "Made; with the secret")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response create(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = CommandBody.object(body);
        CommandBody.refuseUnknown(wish, NEW);
        if (wish.path("kind").asText().equals("push")) {
            throw Trouble.INVALID_BODY.problem("kind", "a browser subscribes itself: PUT /api/v1/push/subscription");
        }
        Caller caller = current.caller();
        Optional<CityId> city = CommandBody.city(wish);
        if (!caller.isOperator()) {
            caller.mustBeStaffOf(city.orElseThrow(() -> CommandBody.missing("city")));
        }
        Optional<CityId> onlyFor = caller.isOperator() ? Optional.empty() : city;
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, onlyFor, wish)));
    }

    @PUT
    @Path("{id}")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "changeChannel", summary = "Change a channel, switch it off or on, renew its secret")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelBody.Changed.class)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response change(
            @PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        ObjectNode wish = CommandBody.object(body).deepCopy();
        CommandBody.refuseUnknown(wish, CHANGED);
        return handOver(id, key, wish);
    }

    @DELETE
    @Path("{id}")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "deleteChannel", summary = "Delete a channel, with what waits for it")
    @APIResponse(responseCode = "200", description = "Deleted")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response delete(@PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key) {
        return handOver(id, key, JsonNodeFactory.instance.objectNode().put("delete", true));
    }

    @POST
    @Path("{id}/enable")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "enableChannel", summary = "Switch a channel on again whose receiver wanted no more")
    @APIResponse(responseCode = "200", description = "It is told of what comes from now on")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response enable(@PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key) {
        return handOver(id, key, JsonNodeFactory.instance.objectNode().put("enabled", true));
    }

    @POST
    @Path("{id}/test")
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "testChannel",
            summary = "Send a test to a channel, and to no other",
            description =
                    "It says in German and English that it is a test, goes the way of all notices and is tried again"
                            + " as they are. What became of it is told by `last_test` of the channel, and by /api/v1/deliveries"
                            + " with the `notice` of the answer. At most one a minute.")
    @APIResponse(responseCode = "200", description = "It is on its way; the result names its notice")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    @APIResponse(responseCode = "409", description = "The channel is switched off, or was tried within the last minute")
    public Response test(@PathParam("id") long id, @HeaderParam(Command.KEY_HEADER) @Nullable String key) {
        return handOver(id, key, JsonNodeFactory.instance.objectNode().put("test", true));
    }

    private Response handOver(long id, @Nullable String key, ObjectNode wish) {
        Caller caller = current.caller();
        Owner owner = commands.read(connection -> ReadChannels.ownerOf(connection, id))
                .filter(found -> found.city().map(caller::isStaffOf).orElse(caller.isOperator()))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no channel %d in your cities".formatted(id)));
        return CommandAnswer.of(desk.handOver(Command.of(key, KIND, caller, owner.city(), wish.put("id", id))));
    }
}
