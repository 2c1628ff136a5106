package de.hexapolis.query.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what pages of other sites would write with somebody's cookie (CSRF): with the cookie, and at the login, anything
 * but reading must come from our own pages, as the browser says. Who sends a token himself needs no such proof, since no
 * other site could. Thread-safe.
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
        boolean carriesItsOwnToken = request.headers().contains(HttpHeaders.AUTHORIZATION);
        boolean restsOnTheCookie = request.getCookie(SessionResource.COOKIE) != null && !carriesItsOwnToken;
        boolean writes = !READING.contains(request.method().name());
        boolean signsIn = request.path().equals(SessionResource.LOGIN);
        if (writes && (restsOnTheCookie || signsIn) && !isFromOurPages(request)) {
            routing.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(REFUSAL);
        } else {
            routing.next();
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
