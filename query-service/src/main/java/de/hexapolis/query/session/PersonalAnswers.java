package de.hexapolis.query.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Says of each answer to somebody who showed a token that it is for nobody else, lest a proxy keeps it. Thread-safe. */
@Singleton
final class PersonalAnswers {
    private static final int BEFORE_ROUTES = 280;
    private static final String PRIVATE = "private";

    void register(@Observes Filters filters) {
        filters.register(PersonalAnswers::mark, BEFORE_ROUTES);
    }

    private static void mark(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean isPersonal = request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.getCookie(SessionResource.COOKIE) != null;
        if (isPersonal) {
            // at the end, because endpoints set the header, too
            routing.addHeadersEndHandler(ending -> mark(routing.response()));
        }
        routing.next();
    }

    private static void mark(HttpServerResponse response) {
        String known = response.headers().get(HttpHeaders.CACHE_CONTROL);
        if (known == null || known.startsWith("no-cache")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, known == null ? PRIVATE : known + ", " + PRIVATE);
        }
    }
}
