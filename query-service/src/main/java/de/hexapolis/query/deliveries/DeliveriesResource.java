package de.hexapolis.query.deliveries;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/deliveries}: for staff of the cities. */
@Path("/api/v1/deliveries")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Channels")
public final class DeliveriesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public DeliveriesResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Deliveries")
    public record Deliveries(List<Delivery> deliveries) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listDeliveries",
            summary = "What was told to which channel, what waits, what was given up; the newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Deliveries.class)))
    public Response list(@BeanParam DeliveryParameters parameters, @Context Request request, @Context UriInfo uri) {
        DeliveryQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        PageOf<Delivery> deliveries = database.read(connection -> page.cut(
                ReadDeliveries.run(connection, question, caller, page.beforeKey(), page.rowsToRead()), Delivery::id));
        return NextPage.link(answers.json(request, new Deliveries(deliveries.rows())), uri, deliveries.next())
                .build();
    }
}
