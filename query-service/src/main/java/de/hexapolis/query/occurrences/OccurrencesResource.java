package de.hexapolis.query.occurrences;

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

/** {@code GET /api/v1/occurrences}: for staff and crews of the cities. */
@Path("/api/v1/occurrences")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Occurrences")
public final class OccurrencesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public OccurrencesResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Occurrences")
    public record Occurrences(List<Occurrence> occurrences) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "listOccurrences", summary = "Emptyings, waterings and rain; what was told last first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Occurrences.class)))
    public Response list(@BeanParam OccurrenceParameters parameters, @Context Request request, @Context UriInfo uri) {
        OccurrenceQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        PageOf<Occurrence> occurrences = database.read(connection -> {
            FilterWords.checkCities(connection, question.cities(), caller);
            return page.cut(
                    ReadOccurrences.run(connection, question, caller, page.beforeKey(), page.rowsToRead()),
                    Occurrence::id);
        });
        return NextPage.link(answers.json(request, new Occurrences(occurrences.rows())), uri, occurrences.next())
                .build();
    }
}
