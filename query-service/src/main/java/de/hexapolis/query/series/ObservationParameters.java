package de.hexapolis.query.series;

import de.hexapolis.query.answer.TableFormatParameter;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose observations of a series, as given. One request's. */
public class ObservationParameters {
    @QueryParam("from")
    @Parameter(description = "Observed at or after", example = "2026-07-01T00:00:00+02:00")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Observed before", example = "2026-07-08T00:00:00+02:00")
    @Nullable
    String to;

    @QueryParam("order")
    @Parameter(
            description = "`asc`: the oldest first; `desc`: the newest first",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"asc", "desc"},
                            defaultValue = "asc"))
    @Nullable
    String order;

    @BeanParam
    TableFormatParameter format = new TableFormatParameter();

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    Span span() {
        Instant begin = Given.of("from", from).instant().orElse(Span.BEGINNING);
        Given end = Given.of("to", to);
        Instant until = end.instant().orElse(Span.END);
        if (!begin.isBefore(until)) {
            throw end.refused(end.text().orElse(""), "after from");
        }
        boolean newestFirst = Given.of("order", order)
                .value("an order; one of asc, desc", ObservationParameters::isDescending)
                .orElse(false);
        return new Span(begin, until, newestFirst);
    }

    private static boolean isDescending(String text) {
        if (!text.equals("asc") && !text.equals("desc")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("desc");
    }
}
