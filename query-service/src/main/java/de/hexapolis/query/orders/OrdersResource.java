package de.hexapolis.query.orders;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Body;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandAnswer;
import de.hexapolis.query.command.CommandBody;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.paging.NextPage;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/orders}: crews see their own, staff those of their cities. */
@Path("/api/v1/orders")
@Tag(name = "Orders")
public final class OrdersResource {
    private static final List<String> FIELDS = List.of("city", "crew", "work", "assets", "title", "due_at");

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Answers answers;

    public OrdersResource(Database database, CommandDesk desk, CurrentCaller current, Answers answers) {
        this.database = database;
        this.desk = desk;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Orders")
    public record Orders(List<Order> orders) {}

    @GET
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
    @Produces({Format.JSON_TYPE, Format.GEO_JSON_TYPE, Format.CSV_TYPE, Format.GPX_TYPE, Format.CALENDAR_TYPE})
    @Operation(
            operationId = "listOrders",
            summary = "Orders, the newest first, each with its alerts",
            description = "As calendar, GPX and GeoJSON: what is left to do in them, naming no person.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = Orders.class)),
                @Content(mediaType = Format.GEO_JSON_TYPE, schema = @Schema(implementation = ItemsOnAMap.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = Format.GPX_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class))
            })
    public Response list(
            @BeanParam OrderListParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @Context Request request,
            @Context UriInfo uri) {
        OrderQuestion question = parameters.question();
        Page page = parameters.page();
        Caller caller = current.caller();
        Format format = parameters.format(request);
        Language language = Language.of(parameters.lang, accepted);
        return answers.large(request, body -> {
            OrderList list = body.share()
                    .whenThereIsRoom(() -> database.read(connection -> {
                        FilterWords.checkCities(connection, question.cities(), caller);
                        return OrderList.read(connection, question, caller, page, body.share());
                    }));
            Response.ResponseBuilder answer =
                    switch (format) {
                        case JSON -> answers.json(request, new Orders(list.orders()), body);
                        case GEO_JSON ->
                            answers.json(request, ItemsOnAMap.of(list.orders()), body)
                                    .type(format.mediaType());
                        case CSV, ENGLISH_CSV, GERMAN_CSV -> {
                            OrderTable.write(list.orders(), format, body);
                            yield answers.table(request, format, body, parameters.format, "orders");
                        }
                        case GPX ->
                            answers.of(request, format.mediaType(), written(GpxFeed.of(list.orders(), language), body));
                        case CALENDAR ->
                            answers.of(
                                    request,
                                    format.mediaType(),
                                    written(CalendarFeed.of(list.orders(), language), body));
                    };
            return NextPage.link(answer, uri, list.next());
        });
    }

    private static Body written(String text, Body body) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes, 0, bytes.length);
        return body;
    }

    @POST
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR})
    @Consumes(Format.JSON_TYPE)
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "makeOrder", summary = "Give a crew something to do at some assets")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrderBody.class)))
    @APIResponse(responseCode = "201", description = "Made; the result says what")
    @APIResponse(responseCode = "202", description = "Under way; see Location")
    public Response make(@HeaderParam(Command.KEY_HEADER) @Nullable String key, @Nullable JsonNode body) {
        JsonNode wish = CommandBody.object(body);
        CommandBody.refuseUnknown(wish, FIELDS);
        Caller caller = current.caller();
        CityId city = CommandBody.city(wish).orElseThrow(() -> CommandBody.missing("city"));
        caller.mustBeStaffOf(city);
        return CommandAnswer.of(desk.handOver(Command.of(key, "put-order", caller, Optional.of(city), wish)));
    }
}
