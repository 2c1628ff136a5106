package de.hexapolis.query.crews;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** {@code GET /api/v1/crews}: for staff of the cities; a crew sees itself. */
@Path("/api/v1/crews")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Orders")
public final class CrewsResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public CrewsResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Crews")
    public record Crews(List<Crew> crews) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "listCrews", summary = "Crews, with their work, districts and shifts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Crews.class)))
    public Response list(@Context Request request) {
        Caller caller = current.caller();
        return answers.json(request, new Crews(database.read(connection -> ReadCrews.run(connection, caller))))
                .build();
    }

    @GET
    @Path("{city}/{crew}")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readCrew", summary = "One crew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Crew.class)))
    public Response one(@PathParam("city") String city, @PathParam("crew") String id, @Context Request request) {
        Caller caller = current.caller();
        Crew crew = database.read(connection -> ReadCrews.run(connection, caller)).stream()
                .filter(each -> each.city().equals(city) && each.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Trouble.NOT_FOUND.problem("no crew '%s' of '%s' that you may see".formatted(id, city)));
        return answers.json(request, crew).build();
    }
}
