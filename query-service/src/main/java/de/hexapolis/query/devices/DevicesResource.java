package de.hexapolis.query.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/devices}: for staff of the devices' cities. */
@Path("/api/v1/devices")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Devices")
public final class DevicesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;
    private final Clock clock;

    public DevicesResource(Database database, CurrentCaller current, Answers answers, Clock clock) {
        this.database = database;
        this.current = current;
        this.answers = answers;
        this.clock = clock;
    }

    /** The list on the wire. */
    @Schema(name = "Devices")
    public record Devices(List<Device> devices) {}

    /** One device with its past, on the wire. */
    @Schema(name = "DeviceWithHistory")
    public record DeviceWithHistory(@JsonUnwrapped Device device, List<DeviceInstallation> installations) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "listDevices", summary = "Devices, when they were last heard of, and where they are")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Devices.class)))
    public Response list(@BeanParam DeviceParameters parameters, @Context Request request, @Context UriInfo uri) {
        DeviceQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        Instant now = clock.instant();
        PageOf<Device> devices = database.read(connection -> {
            FilterWords.checkCities(connection, question.cities(), caller);
            return page.cut(
                    ReadDevices.run(connection, question, caller, now, page.afterKey(), page.rowsToRead()), Device::id);
        });
        return NextPage.link(answers.json(request, new Devices(devices.rows())), uri, devices.next())
                .build();
    }

    @GET
    @Path("{key}")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readDevice", summary = "One device, with where it was and how it was calibrated there")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeviceWithHistory.class)))
    public Response one(@PathParam("key") String key, @Context Request request) {
        DeviceQuestion question = DeviceQuestion.one(Given.of("key", key).text().orElse(""));
        Caller caller = current.caller();
        Instant now = clock.instant();
        DeviceWithHistory device = database.read(connection -> {
            Device found = ReadDevices.run(connection, question, caller, now, 0, 1).stream()
                    .findFirst()
                    .orElseThrow(() -> Trouble.NOT_FOUND.problem("no device '%s' in your cities".formatted(key)));
            return new DeviceWithHistory(found, ReadInstallations.run(connection, found.id()));
        });
        return answers.json(request, device).build();
    }
}
