package de.hexapolis.query.assets;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.AssetFilter;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/assets}: public as far as a city marks assets open. */
@Path("/api/v1/assets")
@Tag(name = "Assets")
public final class AssetsResource {
    /** What is read of it, and what is written: about half each. */
    private static final int BYTES_AN_ASSET = 600;

    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;
    private final Clock clock;

    public AssetsResource(Database database, CurrentCaller current, Answers answers, Clock clock) {
        this.database = database;
        this.current = current;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces({Format.JSON_TYPE, Format.GEO_JSON_TYPE, Format.CSV_TYPE})
    @Operation(
            operationId = "listAssets",
            summary = "Assets with the latest value, the status word and the age of each",
            description =
                    "Status words: bins `empty ok soon full`, trees `good moderate critical watered`, roadworks `ok"
                            + " fault`; `fault` when the device reports nothing to be believed, `unknown` when it has been"
                            + " silent for three of its intervals (at least 26 hours). The thresholds are at"
                            + " `/api/v1/kinds`.")
    @APIResponse(
            responseCode = "200",
            description = "The assets, by id; what an asset has no value for is left out",
            headers = {
                @Header(name = "Link", description = "`rel=\"next\"`: the next page, if there is one"),
                @Header(name = "ETag", description = "Strong; leave out `age_seconds` for one that lasts")
            },
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = AssetsOnTheWire.class)),
                @Content(mediaType = Format.GEO_JSON_TYPE, schema = @Schema(implementation = AssetsOnAMap.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response list(@BeanParam AssetListParameters parameters, @Context Request request, @Context UriInfo uri) {
        AssetFilter filter = parameters.filter.filter();
        Set<AssetField> fields = parameters.fields();
        Page page = parameters.page();
        Caller caller = current.caller();
        Instant now = clock.instant();
        Format format = parameters.format(request);
        return answers.large(request, body -> {
            body.share().take((long) page.limit() * BYTES_AN_ASSET);
            AssetList list = database.read(connection -> AssetList.read(connection, filter, caller, page, fields, now));
            AssetListWriter.write(list, format, body);
            String name = "assets-" + list.today();
            Response.ResponseBuilder answer = answers.table(request, format, body, parameters.format, name);
            return NextPage.link(answer, uri, list.next());
        });
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "readAsset",
            summary = "Everything about one asset",
            description = "The latest of all its series; its devices and installations for staff of its city.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Asset.class)))
    public Response one(@PathParam("id") long id, @Context Request request) {
        Caller caller = current.caller();
        Instant now = clock.instant();
        Asset asset = database.readOne(connection -> ReadAsset.run(connection, caller, id, now))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no asset %d that you may see".formatted(id)));
        return answers.json(request, asset).build();
    }
}
