package de.hexapolis.query.kinds;

import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/kinds}: public, the same for all cities. */
@Path("/api/v1/kinds")
@Tag(name = "Cities")
public final class KindsResource {
    private final Database database;
    private final Answers answers;

    public KindsResource(Database database, Answers answers) {
        this.database = database;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Kinds")
    public record Kinds(List<Kind> kinds) {}

    @GET
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listKinds",
            summary = "The kinds of assets, with the steps at which their status words begin")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Kinds.class)))
    public Response list(@Context Request request) {
        return answers.json(request, new Kinds(database.read(ReadKinds::run))).build();
    }
}
