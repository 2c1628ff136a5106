package de.hexapolis.query.quarantine;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.problem.Trouble;
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

/** {@code GET /api/v1/quarantine}: for staff of the cities; what belongs to no city, for operators. */
@Path("/api/v1/quarantine")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Quarantine")
public final class QuarantineResource {
    /** Payloads have up to 64 KiB each, and a page is rendered in memory. */
    static final int HIGHEST_LIMIT = 200;

    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public QuarantineResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Quarantine")
    public record Quarantine(List<QuarantinedMessage> messages) {}

    /** The counts on the wire. */
    @Schema(name = "QuarantineSummary")
    public record QuarantineSummary(List<QuarantineCount> counts) {}

    @GET
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listQuarantine",
            summary = "Messages that could not be stored, the newest first; at most 200 at a time")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Quarantine.class)))
    public Response list(
            @BeanParam QuarantineFilterParameters parameters,
            @BeanParam PageParameters paging,
            @Context Request request,
            @Context UriInfo uri) {
        QuarantineFilter filter = parameters.filter();
        Page page = paging.page(HIGHEST_LIMIT, "");
        Caller caller = current.caller();
        PageOf<QuarantinedMessage> messages = database.read(connection -> {
            QuarantinedCities.check(connection, filter.cities(), caller, Trouble.INVALID_PARAMETER);
            return page.cut(
                    ReadQuarantine.run(connection, filter, caller, page.beforeKey(), page.rowsToRead()),
                    QuarantinedMessage::id);
        });
        return answers.large(
                request,
                body -> NextPage.link(
                        answers.json(request, new Quarantine(messages.rows()), body), uri, messages.next()));
    }

    @GET
    @Path("summary")
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "countQuarantine",
            summary = "How much waits, by reason and device",
            description = "The 1,000 most frequent pairs. Unknown devices are found here: reason=unknown_device.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QuarantineSummary.class)))
    public Response summary(@BeanParam QuarantineFilterParameters parameters, @Context Request request) {
        QuarantineFilter filter = parameters.filter();
        Caller caller = current.caller();
        List<QuarantineCount> counts = database.read(connection -> {
            QuarantinedCities.check(connection, filter.cities(), caller, Trouble.INVALID_PARAMETER);
            return CountQuarantine.run(connection, filter, caller);
        });
        return answers.json(request, new QuarantineSummary(counts)).build();
    }
}
