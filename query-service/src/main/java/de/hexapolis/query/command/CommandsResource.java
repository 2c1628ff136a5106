package de.hexapolis.query.command;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/commands/{id}}: for staff of the city that a command concerns, and for who asked for it. */
@Path("/api/v1/commands")
@Tag(name = "Commands")
public final class CommandsResource {
    private final Database database;
    private final CurrentCaller current;

    public CommandsResource(@Identifier(CommandDesk.DATABASE) Database database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "readCommand",
            summary = "What became of a command",
            description = "Answers 202 while it waits or runs; a refused one with the problem that refused it.")
    @APIResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = CommandState.class)))
    @APIResponse(
            responseCode = "202",
            description = "Under way; ask again",
            content = @Content(schema = @Schema(implementation = CommandState.class)))
    public Response one(@PathParam("id") String id) {
        Caller caller = current.caller();
        UUID command = Given.of("id", id)
                .value("a command's id: a UUID", UUID::fromString)
                .orElseThrow(() -> Trouble.INVALID_PARAMETER.problem("id", "is missing"));
        CommandState state = database.read(connection -> ReadCommand.run(connection, command))
                .filter(found -> maySee(caller, found))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no command %s in your cities".formatted(command)));
        return CommandAnswer.about(state);
    }

    private static boolean maySee(Caller caller, CommandState command) {
        Optional<CityId> city = command.city().map(CityId::new);
        boolean isStaff = city.map(caller::isStaffOf).orElse(caller.isOperator());
        boolean isOwn = command.requestedBy().equals(caller.name())
                && city.filter(caller.cities()::contains).isPresent();
        return isStaff || isOwn;
    }
}
