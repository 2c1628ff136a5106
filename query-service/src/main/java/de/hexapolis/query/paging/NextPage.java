package de.hexapolis.query.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The header {@code Link: <…>; rel="next"} (RFC 8288): the same request with the cursor of the next page. */
public final class NextPage {
    private NextPage() {}

    /** Gives it to an answer, unless that shows the last page. */
    public static Response.ResponseBuilder link(
            Response.ResponseBuilder answer, UriInfo request, Optional<Cursor> next) {
        return next.map(last -> answer.header(HttpHeaders.LINK, link(request, last)))
                .orElse(answer);
    }

    /** The address is relative to the host, so it holds behind any proxy. */
    private static String link(UriInfo request, Cursor last) {
        var next = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", last.text())
                .build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
