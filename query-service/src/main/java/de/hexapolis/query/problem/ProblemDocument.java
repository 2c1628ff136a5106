package de.hexapolis.query.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as it stands on the wire (RFC 9457). Immutable.
 *
 * @param detail what is wrong, with the value, and what would do
 * @param parameter the parameter or field that is to blame, if there is one
 * @param problems the single faults of a large body, each with file, line, field, value and reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "parameter", "problems"})
@Schema(name = "Problem")
public record ProblemDocument(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String parameter,
        @Schema(implementation = Object[].class) @Nullable JsonNode problems) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://hexapolis.local/problems/";

    @JsonProperty
    public String type() {
        return TYPES + code;
    }
}
