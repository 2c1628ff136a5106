package de.hexapolis.query.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import de.hexapolis.query.work.Answer;
import de.hexapolis.query.work.AnswerBody;
import de.hexapolis.query.work.HistoryEntry;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/orders/{id}}: one order, and what its crew says about it. */
@Path("/api/v1/orders/{id}")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Orders")
public final class OneOrderResource {
    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    public OneOrderResource(Database database, CommandDesk desk, CurrentCaller current, Answers answers) {
        this.database = database;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** One order with its history, on the wire. */
    @Schema(name = "OrderWithHistory")
    public record OrderWithHistory(@JsonUnwrapped Order order, List<HistoryEntry> history) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readOrder", summary = "One order with its alerts and its history")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderWithHistory.class)))
    public Response one(@PathParam("id") long id, @Context Request request) {
        Caller caller = current.caller();
        OrderWithHistory order = database.read(
                connection -> new OrderWithHistory(seen(connection, id, caller), ReadHistory.ofOrder(connection, id)));
        return answers.json(request, order).build();
    }

    @POST
    @Path("{action: " + WorkAction.IN_PATHS + "}")
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "answerOrder",
            summary = "Say of all that is open in an order, or at some of its assets, how it stands",
            description = "`acknowledge`, `start`, `done`, `not-possible`, `comment`; for staff also `assign` and"
                    + " `withdraw`. Sent again with the same Idempotency-Key, however late, it does nothing twice.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(responseCode = "200", description = "It is noted; the result says how the alerts stand")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    @APIResponse(responseCode = "409", description = "The order does not stand so that this could be said")
    public Response answer(
            @PathParam("id") long id,
            @PathParam("action") String action,
            @HeaderParam(Command.KEY_HEADER) @Nullable String key,
            @Nullable JsonNode body) {
        Caller caller = current.caller();
        Order order = database.read(connection -> seen(connection, id, caller));
        Command command = new Answer(caller, new CityId(order.city()), WorkAction.named(action)).toOrder(key, id, body);
        return CommandAnswer.of(desk.handOver(command));
    }

    private static Order seen(Connection connection, long id, Caller caller) throws SQLException {
        return OrderList.one(connection, id, caller)
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no order %d that you may see".formatted(id)));
    }
}
