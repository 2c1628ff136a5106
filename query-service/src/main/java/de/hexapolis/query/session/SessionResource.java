package de.hexapolis.query.session;

import de.hexapolis.query.page.Escaped;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.page.PageFrame;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /login}, {@code /logout}: a token becomes a cookie for as long as it is valid, and goes again. */
@Path("/")
@PermitAll
public final class SessionResource {
    /** Holds the token; no script sees it, and no other site sends it. */
    public static final String COOKIE = "hexapolis";

    static final String LOGIN = "/login";

    private static final Pattern OWN_PAGES = Pattern.compile("/orders(/[0-9]{1,18})?");
    private static final String HOME = "/orders";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String FORM =
            """
            <h1>%1$s</h1>
            %2$s
            <form method="post" action="/login">
            <label for="token">%3$s</label>
            <textarea id="token" name="token" rows="4" required autocomplete="off" spellcheck="false"></textarea>
            <input type="hidden" name="to" value="%4$s">
            <input type="hidden" name="lang" value="%5$s">
            <button class="go">%6$s</button>
            </form>
            <p><a href="%4$s?lang=%5$s">%7$s</a></p>
            """;

    private final JWTParser parser;
    private final Clock realTime = Clock.systemUTC();

    public SessionResource(JWTParser parser) {
        this.parser = parser;
    }

    @GET
    @Path(LOGIN)
    @Produces(PageFrame.TYPE)
    @Operation(hidden = true)
    public Response form(
            @QueryParam("to") @Nullable String to,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return page(Language.of(lang, accepted), ownPage(to), "", 200);
    }

    @POST
    @Path(LOGIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(PageFrame.TYPE)
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("token") @Nullable String token,
            @FormParam("to") @Nullable String to,
            @FormParam("lang") @Nullable String lang,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        ForeignForms.mustBeOurs(request);
        Language language = Language.of(lang, null);
        try {
            String given = token == null ? "" : token.strip();
            JsonWebToken parsed = parser.parse(given);
            long seconds = parsed.getExpirationTime() - realTime.instant().getEpochSecond();
            return Response.seeOther(URI.create(ownPage(to) + "?lang=" + language.code()))
                    .cookie(cookie(given, (int) Math.min(seconds, Integer.MAX_VALUE), uri))
                    .build();
        } catch (ParseException notValid) {
            String refusal = language.say(
                    "Dieser Ausweis gilt nicht oder nicht mehr.", "This token is not valid, or no longer.");
            return page(language, ownPage(to), refusal, 401);
        }
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signOut(
            @FormParam("lang") @Nullable String lang, @Context HttpServerRequest request, @Context UriInfo uri) {
        ForeignForms.mustBeOurs(request);
        return Response.seeOther(
                        URI.create(LOGIN + "?lang=" + Language.of(lang, null).code()))
                .cookie(cookie("", 0, uri))
                .build();
    }

    private static Response page(Language language, String to, String refusal, int status) {
        String title = language.say("Anmelden", "Sign in");
        String trouble =
                refusal.isEmpty() ? "" : "<p class=\"trouble\" role=\"alert\">%s</p>".formatted(Escaped.text(refusal));
        String body = FORM.formatted(
                title,
                trouble,
                language.say("Ihr Ausweis (Token)", "Your token"),
                to,
                language.code(),
                title,
                language.say("Schon angemeldet? Weiter.", "Signed in already? Go on."));
        return PageFrame.answer(status, PageFrame.of(language, title, LOGIN, body));
    }

    /** Where to go afterwards: to our own pages only. */
    private static String ownPage(@Nullable String to) {
        return to != null && OWN_PAGES.matcher(to).matches() ? to : HOME;
    }

    private static NewCookie cookie(String token, int seconds, UriInfo uri) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(!LOOPBACK.contains(uri.getRequestUri().getHost()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
