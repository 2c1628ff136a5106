package de.hexapolis.query.paging;

import de.hexapolis.query.parameter.Given;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters {@code limit} and {@code cursor}, as given. One request's. */
public class PageParameters {
    @QueryParam("limit")
    @Parameter(
            description = "How many rows at most",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: taken from the answer's `Link: <…>; rel=\"next\"`")
    @Nullable
    String cursor;

    public Page page() {
        return page(Page.HIGHEST_LIMIT, "");
    }

    /**
     * For lists that may be longer than usual.
     *
     * @param hint what would allow more; may be empty
     */
    public Page page(int highestLimit, String hint) {
        return new Page(
                Given.of("limit", limit).integer(1, highestLimit, Page.DEFAULT_LIMIT, hint),
                Given.of("cursor", cursor).text().map(Cursor::parse));
    }
}
