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
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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

/** {@code PUT /api/v1/devices/{key}}: for staff of the device's city. */
@Path("/api/v1/devices")
@Tag(name = "Registry")
public final class PutDeviceResource {
    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;

    public PutDeviceResource(Database database, CommandDesk desk, CurrentCaller current) {
        this.database = database;
        this.desk = desk;
        this.current = current;
    }

    @PUT
    @Path("{key}")
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR})
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "registerDevice",
            summary = "Register a device or change it; install it at an asset, calibrate it there",
            description =
                    "A swap that is registered late, or a new calibration, moves and recomputes the readings since."
                            + " What a formerly unknown device sent waits in quarantine: replay it afterwards.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeviceBody.class)))
    @APIResponse(responseCode = "200", description = "It was there; the result says what changed")
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response register(
            @PathParam("key") String key,
            @HeaderParam(Command.KEY_HEADER) @Nullable String commandKey,
            @Nullable JsonNode body) {
        DeviceId device = Given.of("key", key)
                .value("a device key: a DevEUI or a serial number of a-z, 0-9, '.', '_', '-'", DeviceId::of)
                .orElseThrow(() -> CommandBody.missing("key"));
        ObjectNode wish = CommandBody.object(body).deepCopy().put("device", device.value());
        Caller caller = current.caller();
        Optional<CityId> city = CommandBody.city(wish);
        if (!caller.isOperator()) {
            caller.mustBeStaffOf(city.orElseThrow(() -> CommandBody.missing("city")));
            database.read(connection -> CityOf.device(connection, device.value()))
                    .ifPresent(owner -> mustBeOf(caller, owner, device));
        }
        return CommandAnswer.of(desk.handOver(Command.of(commandKey, "put-device", caller, city, wish)));
    }

    private static void mustBeOf(Caller caller, CityId owner, DeviceId device) {
        if (!caller.isStaffOf(owner)) {
            throw Trouble.FORBIDDEN.problem("device '%s' belongs to another city".formatted(device));
        }
    }
}
