package de.hexapolis.query.paging;

import jakarta.ws.rs.core.UriInfo;

/** The header {@code Link: <…>; rel="next"} (RFC 8288): the same request with the cursor of the next page. */
public final class NextPage {
    private NextPage() {}

    /** The header's value; the address is relative to the host, so it holds behind any proxy. */
    public static String link(UriInfo request, Cursor last) {
        var next = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", last.text())
                .build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
