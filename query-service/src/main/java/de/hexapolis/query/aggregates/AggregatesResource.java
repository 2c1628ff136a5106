package de.hexapolis.query.aggregates;

import de.hexapolis.query.QuerySettings;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.AssetFilter;
import de.hexapolis.query.selection.AssetFilterParameters;
import de.hexapolis.query.selection.AssetSelection;
import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.sql.Database;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/aggregates}: of open assets for everybody, of the others for staff of their city. Thread-safe. */
@Path("/api/v1/aggregates")
@Tag(name = "aggregates")
@PermitAll
@Blocking
public class AggregatesResource {
    private final Database database;
    private final Answers answers;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Aggregates aggregates;

    public AggregatesResource(
            Database database, Answers answers, CurrentCaller caller, Clock clock, QuerySettings settings) {
        this.database = database;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
        this.aggregates = new Aggregates(settings.retention().raw());
    }

    @GET
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE})
    @Operation(
            operationId = "readAggregates",
            summary = "Averages, extremes, percentiles and the like of any set of assets, by bucket of local time")
    @APIResponse(
            responseCode = "200",
            description = "A line for each group and quantity, with its buckets",
            headers = {
                @Header(name = "Link", description = "`rel=\"next\"`: the next page of lines, if there is one"),
                @Header(name = "ETag", description = "Strong; holds for the rest of the minute at least")
            },
            content = {
                @Content(
                        mediaType = Format.JSON_TYPE,
                        schema = @Schema(implementation = AggregatesOnTheWire.class),
                        examples = @ExampleObject(name = "district", value = AggregatesOnTheWire.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "district", value = AggregatesOnTheWire.CSV_EXAMPLE))
            })
    public Response aggregates(
            @BeanParam AssetFilterParameters assets,
            @BeanParam AggregateParameters parameters,
            @BeanParam PageParameters pages,
            @Context Request request,
            @Context UriInfo uri) {
        // by the minute, so that the same question has the same answer for a while
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        AggregateQuery query = AggregateQueryParser.parse(parameters, now);
        AssetFilter filter = assets.filter();
        Page page = pages.page();
        Format format = parameters.format.format(request);
        Caller asking = caller.caller();
        Question question = new Question(query, page, format, now);
        return answers.large(request, body -> {
            Answer answer = body.share()
                    .whenThereIsRoom(() -> database.read(connection -> aggregates.of(
                            connection, question, select(connection, filter, asking, question), body.share())));
            write(answer, format, body);
            Response.ResponseBuilder response =
                    answers.table(request, format, body, parameters.format.given(), AnswerCsv.name(answer));
            return NextPage.link(response, uri, answer.next());
        });
    }

    private static void write(Answer answer, Format format, OutputStream body) {
        if (format.isCsv()) {
            AnswerCsv.write(answer, format, body);
        } else {
            AnswerJson.write(answer, body);
        }
    }

    private static List<SelectedAsset> select(
            Connection connection, AssetFilter filter, Caller asking, Question question) throws SQLException {
        List<SelectedAsset> assets = AssetSelection.selectSince(
                connection, filter, asking, question.now(), question.query().earliest(), Affordable.MOST_ASSETS + 1);
        if (assets.size() > Affordable.MOST_ASSETS) {
            throw Trouble.TOO_LARGE.problem(
                    "more than %d assets; fewer would do: choose by city, kind, district, bbox, polygon, ids or tags"
                            .formatted(Affordable.MOST_ASSETS));
        }
        return assets;
    }
}
