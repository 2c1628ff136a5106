package de.hexapolis.query.forecasts;

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

/** {@code GET /api/v1/forecasts}: for staff and crews of the cities. */
@Path("/api/v1/forecasts")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Forecasts")
public final class ForecastsResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public ForecastsResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Forecasts")
    public record Forecasts(List<Forecast> forecasts) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listForecasts",
            summary = "When bins are full and trees dry, with an interval; by asset",
            description = "The newest of each asset, of a tree one a depth. Rain and rounds to come are not foreseen.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Forecasts.class)))
    public Response list(@BeanParam ForecastParameters parameters, @Context Request request, @Context UriInfo uri) {
        ForecastQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        PageOf<Forecast> forecasts = database.read(connection -> {
            FilterWords.checkCities(connection, question.cities(), caller);
            return page.cut(
                    ReadForecasts.run(connection, question, caller, page.afterKey(), page.rowsToRead()), Forecast::key);
        });
        return NextPage.link(answers.json(request, new Forecasts(forecasts.rows())), uri, forecasts.next())
                .build();
    }
}
