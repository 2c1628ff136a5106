package de.hexapolis.query.alerts;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/alerts/{id}/members}: for whoever may see the alert. */
@Path("/api/v1/alerts/{id}/members")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Tag(name = "Alerts")
public final class MembersResource {
    /** What is read of it, and what is written. */
    private static final int BYTES_A_MEMBER = 1_000;

    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public MembersResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "MembersOfOneAlert")
    public record Members(List<Member> members) {}

    @GET
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE})
    @Operation(
            operationId = "listMembersOfAlert",
            summary = "The assets whose silence a silent gateway or source explains",
            description = "While it is silent nothing is told of them by themselves. Other alerts have no members.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = Members.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response list(
            @PathParam("id") long id,
            @BeanParam MemberParameters parameters,
            @Context Request request,
            @Context UriInfo uri) {
        Page page = parameters.page();
        Optional<Boolean> held = parameters.held();
        Format format = parameters.format.format(request);
        Caller caller = current.caller();
        return answers.large(request, body -> {
            body.share().take((long) page.limit() * BYTES_A_MEMBER);
            PageOf<Member> members = database.read(connection -> {
                OneAlertResource.seen(connection, id, caller);
                return page.cut(
                        ReadMembers.run(connection, id, held, page.afterKey(), page.rowsToRead()),
                        member -> member.asset().id());
            });
            Response.ResponseBuilder answer;
            if (format.isCsv()) {
                MemberTable.write(members.rows(), format, body);
                answer = answers.table(request, format, body, parameters.format.given(), "members");
            } else {
                answer = answers.json(request, new Members(members.rows()), body);
            }
            return NextPage.link(answer, uri, members.next());
        });
    }
}
