package de.hexapolis.query.series;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** {@code /api/v1/assets/{id}/series}: public as far as the asset is. */
@Path("/api/v1/assets/{id}/series")
@Tag(name = "Series")
public final class AssetSeriesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public AssetSeriesResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "SeriesOfAsset")
    public record SeriesOfAsset(List<Series> series) {}

    @GET
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "listSeries", summary = "What is measured at an asset, by which device and channel")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeriesOfAsset.class)))
    public Response list(@PathParam("id") long id, @Context Request request) {
        Caller caller = current.caller();
        List<Series> series = database.read(connection -> {
            if (!SeeAsset.run(connection, caller, id)) {
                throw Trouble.NOT_FOUND.problem("no asset %d that you may see".formatted(id));
            }
            return ReadSeries.ofAsset(connection, caller, id);
        });
        return answers.json(request, new SeriesOfAsset(series)).build();
    }
}
