package de.hexapolis.query;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets pages of other origins read the API (CORS): GET and HEAD below {@code /api/v1}, without cookies. Nothing else is
 * opened to them. Quarkus' own filter does not fit: told to let only GET in, it refuses writes of pages from our own
 * origin, too. Thread-safe.
 */
@Singleton
final class OtherOrigins {
    /** Of a browser that reads: a token, and what it has already. */
    static final String REQUEST_HEADERS = "Accept, Authorization, If-None-Match";

    static final String RESPONSE_HEADERS = "Link, ETag, Retry-After";

    private static final int BEFORE_ROUTES = 300;
    private static final String ALL = "*";
    private static final String A_DAY = "86400";
    private static final String NONE = "none";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** As browsers write it; what is written otherwise would never be equal. */
    private static final Pattern ORIGIN = Pattern.compile("(?!http://.*:80$|https://.*:443$)"
            + "[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");

    private final List<String> origins;

    OtherOrigins(QuerySettings settings) {
        this.origins = checked(settings.cors().origins());
    }

    private static List<String> checked(List<String> given) {
        List<String> origins = given.stream().map(String::strip).toList();
        if (origins.equals(List.of(NONE))) {
            return List.of();
        }
        for (String origin : origins) {
            boolean isAll = origin.equals(ALL) && origins.size() == 1;
            if (!isAll && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        ("hexapolis.cors.origins: '%s' is not an origin as browsers write it, such as"
                                        + " https://dashboard.fulda.de: small letters, no usual port, no slash at the"
                                        + " end; '*' and 'none' stand alone")
                                .formatted(origin));
            }
        }
        return origins;
    }

    void register(@Observes Filters filters) {
        filters.register(this::letRead, BEFORE_ROUTES);
    }

    private void letRead(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.path().startsWith("/api/v1")) {
            routing.next();
            return;
        }
        if (!origins.isEmpty() && !origins.contains(ALL)) {
            // at the end, because the endpoint sets this header, too
            routing.addHeadersEndHandler(ending -> routing.response().headers().add(HttpHeaders.VARY, "Origin"));
        }
        Optional<String> allowed =
                Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN)).flatMap(this::allowed);
        if (allowed.isPresent() && asksWhetherItMayRead(request)) {
            tellThatItMay(routing.response(), allowed.get());
            return;
        }
        if (allowed.isPresent() && READING.contains(request.method().name())) {
            routing.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed.get())
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
        routing.next();
    }

    private static void tellThatItMay(HttpServerResponse response, String origin) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                .setStatusCode(204)
                .end();
    }

    /** What is told to a page of this origin: who may read; empty if it may not. */
    Optional<String> allowed(String origin) {
        if (origins.contains(ALL)) {
            return Optional.of(ALL);
        }
        return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
    }

    private static boolean asksWhetherItMayRead(HttpServerRequest request) {
        String wish = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return request.method().equals(HttpMethod.OPTIONS) && wish != null && READING.contains(wish);
    }
}
