package de.hexapolis.query.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as it was resolved for an asset when an alert was opened. Immutable.
 *
 * @param document with the override that held merged over it
 */
@Schema(name = "RuleEdition")
public record Edition(
        @Schema(examples = "9f2c41d07ab3e655") String edition,
        @Schema(examples = "bin-full") String rule,
        @Schema(description = "Packs and their versions", examples = "base 1.3.0, fulda 1.1.0") String blueprint,
        @Schema(description = "When an alert was first opened by it") Instant firstAt,
        @Schema(implementation = Object.class) JsonNode document) {}
