package de.hexapolis.query.flags;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A span of a series that is not to be believed, on the wire. Immutable.
 *
 * @param until exclusive; empty: it is still so
 */
@Schema(name = "Flag")
public record Flag(
        @Schema(examples = "3") long id,
        @Schema(examples = "4711") int series,
        @Schema(examples = "17") long asset,
        @Schema(examples = "fulda") String city,
        @Schema(examples = "fill_level") String quantity,
        Optional<String> channel,
        @Schema(examples = "stuck") String flag,
        Instant from,
        Optional<Instant> until,
        @Schema(implementation = Object.class) JsonNode detail,
        @Schema(description = "`sensor`, or a person", examples = "sensor") String setBy) {}
