package de.hexapolis.query.series;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/series/{id}/observations}: raw data, for staff of the city. */
@Path("/api/v1/series/{id}/observations")
@Tag(name = "Series")
public final class ObservationsResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public ObservationsResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR})
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE})
    @Operation(
            operationId = "listObservations",
            summary = "Single readings of a series, those of doubtful quality too",
            description = "As far back as raw readings are kept; aggregates reach further.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = Observations.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response list(
            @PathParam("id") int id,
            @BeanParam ObservationParameters parameters,
            @Context Request request,
            @Context UriInfo uri) {
        Span span = parameters.span();
        Page page = parameters.page();
        Caller caller = current.caller();
        Format format = parameters.format.format(request);
        Observations found = database.read(connection -> Observations.read(connection, caller, id, span, page));
        Response.ResponseBuilder answer = format.isCsv()
                ? answers.table(request, format, found.csv(format), parameters.format.given(), "observations-" + id)
                : answers.json(request, found);
        return NextPage.link(answer, uri, found.next()).build();
    }
}
