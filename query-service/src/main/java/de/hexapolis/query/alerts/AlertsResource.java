package de.hexapolis.query.alerts;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AlertQuestion;
import de.hexapolis.query.work.ReadAlerts;
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

/** {@code GET /api/v1/alerts}: for staff of the cities; crews see what is in their orders. */
@Path("/api/v1/alerts")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Alerts")
public final class AlertsResource {
    /** What is read of it, and what is written. */
    private static final int BYTES_AN_ALERT = 3_000;

    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public AlertsResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Alerts")
    public record Alerts(List<Alert> alerts) {}

    @GET
    @Produces({Format.JSON_TYPE, Format.GEO_JSON_TYPE, Format.CSV_TYPE})
    @Operation(
            operationId = "listAlerts",
            summary = "Alerts, the newest first, each with the values that say why",
            description = "Staff see those of their cities, crews those in the orders of their crews.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = Alerts.class)),
                @Content(mediaType = Format.GEO_JSON_TYPE, schema = @Schema(implementation = AlertsOnAMap.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response list(@BeanParam AlertListParameters parameters, @Context Request request, @Context UriInfo uri) {
        AlertQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        Format format = parameters.format(request);
        return answers.large(request, body -> {
            body.share().take((long) page.limit() * BYTES_AN_ALERT);
            PageOf<Alert> alerts = database.read(connection -> {
                FilterWords.checkCities(connection, question.cities(), caller);
                return page.cut(
                        ReadAlerts.run(connection, question, caller, page.beforeKey(), page.rowsToRead()), Alert::id);
            });
            Response.ResponseBuilder answer;
            if (format.isCsv()) {
                AlertTable.write(alerts.rows(), format, body);
                answer = answers.table(request, format, body, parameters.format, "alerts");
            } else {
                Object shown = format == Format.JSON ? new Alerts(alerts.rows()) : AlertsOnAMap.of(alerts.rows());
                answer = answers.json(request, shown, body).type(format.mediaType());
            }
            return NextPage.link(answer, uri, alerts.next());
        });
    }
}
