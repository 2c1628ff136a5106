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
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
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

/** {@code /api/v1/push}: a person's own browsers. */
@Path("/api/v1/push")
@RolesAllowed({Audience.CREW, Audience.STAFF})
@Tag(name = "Channels")
public final class PushResource {
    private static final List<String> FIELDS =
            List.of("city", "crew", "endpoint", "keys", "expirationTime", "language");

    private final PushKey key;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    public PushResource(PushKey key, CommandDesk desk, CurrentCaller current, Answers answers) {
        this.key = key;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** What a browser needs to subscribe. */
    @Schema(name = "PushKey")
    public record Key(@Schema(description = "applicationServerKey, base64url") String key) {}

    @GET
    @Path("key")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readPushKey", summary = "The key by which browsers let us push to them (VAPID)")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Key.class)))
    public Response key(@Context Request request) {
        Key known = new Key(key.text().orElseThrow(() -> Trouble.NOT_FOUND.problem("nothing is pushed here")));
        return answers.json(request, known).build();
    }

    @PUT
    @Path("subscription")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "subscribeToPush", summary = "Have this browser told, as the person who asks")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelBody.Subscription.class)))
    @APIResponse(responseCode = "200", description = "It was subscribed already")
    @APIResponse(responseCode = "201", description = "Subscribed")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response subscribe(@HeaderParam(Command.KEY_HEADER) @Nullable String commandKey, @Nullable JsonNode body) {
        ObjectNode given = CommandBody.object(body);
        CommandBody.refuseUnknown(given, FIELDS);
        Caller caller = current.caller();
        CityId city = CommandBody.city(given).orElseThrow(() -> CommandBody.missing("city"));
        if (!caller.cities().contains(city)) {
            throw Trouble.FORBIDDEN.problem("city '%s' is not yours".formatted(city));
        }
        String crew = given.path("crew").asText("");
        if (crew.isBlank() && !caller.isStaffOf(city)) {
            throw CommandBody.missing("crew");
        }
        boolean isTheirs = crew.equals("staff") ? caller.isStaffOf(city) : caller.mayWorkFor(city, crew);
        if (!crew.isBlank() && !isTheirs) {
            throw Trouble.FORBIDDEN.problem("crew '%s' is not yours".formatted(crew));
        }
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        wish.put("kind", "push").put("city", city.value()).put("owner", caller.name());
        wish.set("address", given.path("endpoint"));
        wish.set("keys", given.path("keys"));
        if (given.hasNonNull("crew")) {
            wish.set("crew", given.path("crew"));
        }
        if (given.hasNonNull("language")) {
            wish.putObject("settings").set("language", given.path("language"));
        }
        return CommandAnswer.of(desk.handOver(Command.of(commandKey, "put-channel", caller, Optional.of(city), wish)));
    }

    @DELETE
    @Path("subscription")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "unsubscribeFromPush", summary = "Have this browser told no more")
    @APIResponse(responseCode = "200", description = "It is not subscribed any more")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response unsubscribe(
            @HeaderParam(Command.KEY_HEADER) @Nullable String commandKey,
            @QueryParam("endpoint") @Nullable String endpoint) {
        Caller caller = current.caller();
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        wish.put("kind", "push").put("owner", caller.name()).put("delete", true);
        wish.put(
                "address",
                Given.of("endpoint", endpoint)
                        .text()
                        .orElseThrow(() -> Trouble.INVALID_PARAMETER.problem("endpoint", "is missing")));
        return CommandAnswer.of(desk.handOver(Command.of(
                commandKey, "put-channel", caller, caller.cities().stream().findFirst(), wish)));
    }
}
