package de.hexapolis.query.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/quarantine/replay}: for staff of the city named, for operators of all. */
@Path("/api/v1/quarantine/replay")
@Tag(name = "Quarantine")
public final class ReplayResource {
    private static final List<String> TEXTS = List.of("reason", "device", "city");
    private static final List<String> FIELDS = List.of("reason", "device", "city", "ids");

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;

    /** @param database where commands are: a replica may not know yet what waits there */
    public ReplayResource(
            @Identifier(CommandDesk.DATABASE) Database database, CommandDesk desk, CurrentCaller current) {
        this.database = database;
        this.desk = desk;
        this.current = current;
    }

    /** What to replay: all that waits and fits; an empty body means everything. */
    @Schema(name = "Replay")
    public record Replay(
            @Schema(examples = "unknown_device") Optional<String> reason,
            @Schema(examples = "a84041ffff1234ab") Optional<String> device,
            @Schema(description = "Staff must say which", examples = "fulda") Optional<String> city,
            Optional<List<Long>> ids) {}

    @POST
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR})
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "replayQuarantine",
            summary = "Take quarantined messages through the door again",
            description =
                    "For instance after an unknown device was registered. What can be stored now is stored, once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "200", description = "Done: how many were stored, how many still wait")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response replay(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        Caller caller = current.caller();
        JsonNode wish = body == null ? JsonNodeFactory.instance.objectNode() : CommandBody.object(body);
        checkNothingWidens(wish);
        Optional<CityId> city = CommandBody.city(wish);
        if (city.isPresent() || !caller.isOperator()) {
            caller.mustBeStaffOf(city.orElseThrow(() -> CommandBody.missing("city")));
        }
        city.ifPresent(id -> checkIsThere(id, caller));
        return CommandAnswer.of(desk.handOver(Command.of(key, "replay-quarantine", caller, city, wish)));
    }

    /** What would be passed over in silence would replay all that waits. */
    private static void checkNothingWidens(JsonNode wish) {
        CommandBody.refuseUnknown(wish, FIELDS);
        for (String field : TEXTS) {
            JsonNode text = wish.path(field);
            if (!text.isMissingNode() && (!text.isTextual() || text.textValue().isBlank())) {
                throw Trouble.INVALID_BODY.problem(field, "must be a text; leave it out to ask for all");
            }
        }
        checkReason(wish.path("reason"));
        JsonNode ids = wish.path("ids");
        if (!ids.isMissingNode() && !areNumbers(ids)) {
            throw Trouble.INVALID_BODY.problem(
                    "ids", "must be an array of one or more whole numbers; leave it out to ask for all");
        }
    }

    private static void checkReason(JsonNode reason) {
        try {
            if (reason.isTextual()) {
                QuarantineReason.named(reason.textValue());
            }
        } catch (IllegalArgumentException unknown) {
            throw Trouble.INVALID_BODY.problem("reason", "%s is not %s".formatted(reason, QuarantineReason.WANTED));
        }
    }

    private void checkIsThere(CityId city, Caller caller) {
        database.read(connection -> {
            QuarantinedCities.check(connection, Set.of(city), caller, Trouble.INVALID_BODY);
            return city;
        });
    }

    private static boolean areNumbers(JsonNode ids) {
        boolean all = ids.isArray() && !ids.isEmpty();
        for (JsonNode id : ids) {
            all &= id.isIntegralNumber() && id.canConvertToLong();
        }
        return all;
    }
}
