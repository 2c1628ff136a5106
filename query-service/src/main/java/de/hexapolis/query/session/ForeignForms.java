package de.hexapolis.query.session;

import de.hexapolis.query.problem.Trouble;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what pages of other sites would write with somebody's cookie (CSRF): with the cookie anything but reading must
 * come from our own pages, as the browser says, whatever else is sent along; so must what signs in or out, with it or
 * without. Thread-safe.
 */
@Singleton
final class ForeignForms {
    private static final int BEFORE_ROUTES = 290;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String REFUSAL =
            """
            {"type":"https://hexapolis.local/problems/forbidden","title":"Not allowed","status":403,"code":"forbidden",\
            "detail":"with a session cookie, writes must come from our own pages (Sec-Fetch-Site or Origin)"}""";

    void register(@Observes Filters filters) {
        filters.register(ForeignForms::judge, BEFORE_ROUTES);
    }

    private static void judge(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean carriesTheCookie = request.getCookie(SessionResource.COOKIE) != null;
        boolean writes = !READING.contains(request.method().name());
        if (writes && carriesTheCookie && !isFromOurPages(request)) {
            routing.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(REFUSAL);
        } else {
            routing.next();
        }
    }

    /** For what gives or takes the cookie, by whatever spelling of its address it was reached. */
    static void mustBeOurs(HttpServerRequest request) {
        if (!isFromOurPages(request)) {
            throw Trouble.FORBIDDEN.problem(
                    "signing in and out must come from our own pages (Sec-Fetch-Site or Origin)");
        }
    }

    private static boolean isFromOurPages(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
