package de.hexapolis.query.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.BytesInFlight;
import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.command.CommandState;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.page.PageFrame;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.session.Session;
import de.hexapolis.query.sql.Database;
import de.hexapolis.query.work.Answer;
import de.hexapolis.telemetry.CityId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** {@code /orders}: the page on which a crew sees and answers its orders; it needs no script. */
@Path("/orders")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
@Produces(PageFrame.TYPE)
public final class OrdersPageResource {
    private static final Pattern AN_ORDER = Pattern.compile("/orders/[0-9]{1,18}(?=$|/)");
    private static final String DONE = "done";
    private static final String WAITING = "waiting";

    private final Database database;
    private final CommandDesk desk;
    private final CurrentCaller current;
    private final Session session;
    private final BytesInFlight inFlight;
    private final Clock clock;

    public OrdersPageResource(
            Database database,
            CommandDesk desk,
            CurrentCaller current,
            Session session,
            BytesInFlight inFlight,
            Clock clock) {
        this.database = database;
        this.desk = desk;
        this.current = current;
        this.session = session;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(
            @QueryParam("page") @Nullable String page,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Caller caller = current.caller();
        int number = Given.of("page", page)
                .value("a page's number", OrdersPageResource::pageNumber)
                .orElse(1);
        try (BytesInFlight.Share share = inFlight.share()) {
            PageOfOrders list = share.whenThereIsRoom(
                    () -> database.read(connection -> PageOfOrders.read(connection, number, caller, share)));
            return PageFrame.answer(200, pages(Language.of(lang, accepted)).list(list));
        }
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response one(
            @PathParam("id") long id,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("said") @Nullable String said,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Language language = Language.of(lang, accepted);
        return PageFrame.answer(200, pages(language).one(seen(id), said(said, language)));
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(@PathParam("id") long id, @BeanParam AnswerFormParameters form) {
        session.mustBeOurs(form.csrf);
        Language language = Language.of(form.lang, null);
        Order order = seen(id);
        Answer answer = new Answer(current.caller(), new CityId(order.city()), form.action());
        CommandState command = desk.handOver(answer.toOrder(form.key, id, form.body()));
        if (command.outcome().equals(Optional.of("refused"))) {
            return refused(command, language);
        }
        String said = command.outcome().isPresent() ? DONE : WAITING;
        return Response.seeOther(URI.create("/orders/%d?lang=%s&said=%s".formatted(id, language.code(), said)))
                .build();
    }

    private static int pageNumber(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > PageOfOrders.LAST) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Response refused(CommandState command, Language language) {
        JsonNode problem =
                command.result().map(result -> result.path("problem")).orElseGet(JsonNodeFactory.instance::objectNode);
        String code = problem.path("code").asText("");
        String detail = OrderWords.isTold(code) ? "" : problem.path("detail").asText("");
        return PageFrame.answer(
                problem.path("status").asInt(400),
                OrderPages.trouble(language, OrderWords.trouble(code, language), detail));
    }

    private Order seen(long id) {
        Caller caller = current.caller();
        return database.read(connection -> OrderList.one(connection, id, caller))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no order %d that you may see".formatted(id)));
    }

    private OrderPages pages(Language language) {
        return new OrderPages(session, language, clock.instant());
    }

    private static String said(@Nullable String word, Language language) {
        if (word == null) {
            return "";
        }
        String text = word.equals(DONE)
                ? language.say("Danke, das ist notiert.", "Thank you, that is noted.")
                : language.say("Danke, das wird gerade notiert.", "Thank you, that is being noted.");
        return "<p class=\"said\" role=\"status\">%s</p>\n".formatted(text);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response signIn(UriInfo uri, HttpHeaders headers) {
        Matcher page = AN_ORDER.matcher(uri.getPath());
        return Response.seeOther(URI.create("/login?to=%s&lang=%s"
                        .formatted(
                                page.find() ? page.group() : OrderPages.HOME,
                                language(uri, headers).code())))
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused, UriInfo uri, HttpHeaders headers) {
        Language language = language(uri, headers);
        return PageFrame.answer(
                403,
                OrderPages.trouble(
                        language,
                        language.say(
                                "Aufträge sehen Kolonnen und die Verwaltung.", "Orders are for crews and for staff."),
                        ""));
    }

    @ServerExceptionMapper
    public Response trouble(Problem problem, UriInfo uri, HttpHeaders headers) {
        Language language = language(uri, headers);
        String code = problem.document().code();
        String detail = OrderWords.isTold(code) ? "" : problem.document().detail();
        return PageFrame.answer(
                problem.document().status(), OrderPages.trouble(language, OrderWords.trouble(code, language), detail));
    }

    private static Language language(UriInfo uri, HttpHeaders headers) {
        return Language.of(
                uri.getQueryParameters().getFirst("lang"), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
