package de.hexapolis.query.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandAnswer;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.Answer;
import de.hexapolis.query.work.AnswerBody;
import de.hexapolis.query.work.HistoryEntry;
import de.hexapolis.query.work.ReadAlerts;
import de.hexapolis.query.work.ReadHistory;
import de.hexapolis.query.work.WorkAction;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/alerts/{id}}: one alert, why it is, what became of it, and what people say about it. */
@Path("/api/v1/alerts/{id}")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Alerts")
public final class OneAlertResource {
    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    public OneAlertResource(Database database, CommandDesk desk, CurrentCaller current, Answers answers) {
        this.database = database;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** The history on the wire. */
    @Schema(name = "History")
    public record History(List<HistoryEntry> history) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "readAlert",
            summary = "One alert with its evidence, its rule, its history and what happened to its asset since",
            description = "For staff also with whom it was told.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertWithHistory.class)))
    public Response one(@PathParam("id") long id, @Context Request request) {
        Caller caller = current.caller();
        AlertWithHistory alert = database.read(connection -> {
            Alert found = seen(connection, id, caller);
            ReadAround.Documents documents = ReadAround.documents(connection, id);
            boolean isStaff = caller.isStaffOf(new CityId(found.city()));
            return new AlertWithHistory(
                    found,
                    documents.evidence(),
                    documents.rule(),
                    ReadHistory.ofAlert(connection, id),
                    ReadAround.occurrences(connection, id),
                    isStaff ? Optional.of(ReadAround.deliveries(connection, id)) : Optional.empty());
        });
        return answers.json(request, alert).build();
    }

    @GET
    @Path("history")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readAlertHistory", summary = "Who did what when about an alert, and from which data")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = History.class)))
    public Response history(@PathParam("id") long id, @Context Request request) {
        Caller caller = current.caller();
        History history = database.read(connection -> {
            seen(connection, id, caller);
            return new History(ReadHistory.ofAlert(connection, id));
        });
        return answers.json(request, history).build();
    }

    @POST
    @Path("{action: " + WorkAction.IN_PATHS + "}")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "answerAlert",
            summary = "Say something about an alert: that it is seen, begun, done, not possible, and so on",
            description = "`acknowledge`, `start`, `done`, `not-possible`, `comment`; for staff also `assign` and"
                    + " `withdraw`. Sent again with the same Idempotency-Key, however late, it does nothing twice.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(responseCode = "200", description = "It is noted; the result says how the alert stands")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    @APIResponse(responseCode = "409", description = "The alert does not stand so that this could be said")
    public Response answer(
            @PathParam("id") long id,
            @PathParam("action") String action,
            @HeaderParam(Command.KEY_HEADER) @Nullable String key,
            @Nullable JsonNode body) {
        Caller caller = current.caller();
        Alert alert = database.read(connection -> seen(connection, id, caller));
        Command command = new Answer(caller, new CityId(alert.city()), WorkAction.named(action)).toAlert(key, id, body);
        return CommandAnswer.of(desk.handOver(command));
    }

    /** An alert that the caller may see; else there is none. */
    static Alert seen(Connection connection, long id, Caller caller) throws SQLException {
        return ReadAlerts.one(connection, id, caller)
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no alert %d that you may see".formatted(id)));
    }
}
