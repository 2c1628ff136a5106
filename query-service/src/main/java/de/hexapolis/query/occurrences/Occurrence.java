package de.hexapolis.query.occurrences;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to an asset, on the wire. Immutable.
 *
 * @param detail values before and after, depths that were reached, what a person said
 * @param correctedAt when a person last had a word in it; the sensor's is not heard any more then
 */
@Schema(name = "Occurrence")
public record Occurrence(
        @Schema(examples = "5") long id,
        @Schema(examples = "17") long asset,
        @Schema(examples = "fulda") String city,
        @Schema(enumeration = {"emptying", "watering", "rain", "wetting"}) String kind,
        Instant happenedAt,
        @Schema(enumeration = {"sensor", "person"}) String toldBy,
        @Schema(implementation = Object.class) JsonNode detail,
        Optional<Instant> correctedAt,
        boolean removed) {}
