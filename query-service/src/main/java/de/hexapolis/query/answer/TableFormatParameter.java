package de.hexapolis.query.answer;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameter {@code format} of what can be had as JSON and as a table, but not as a map. One request. */
public class TableFormatParameter {
    @QueryParam("format")
    @Parameter(
            description = Format.PARAMETER,
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "csv", "csv-de"}))
    @Nullable
    String format;

    /** As given. */
    public @Nullable String given() {
        return format;
    }

    /** @throws de.hexapolis.query.problem.Problem if it is none of these */
    public Format format(Request request) {
        return Format.asked(format, request, Format.JSON, Format.CSV, Format.GERMAN_CSV);
    }
}
