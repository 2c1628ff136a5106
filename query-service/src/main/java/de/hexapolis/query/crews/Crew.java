package de.hexapolis.query.crews;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.work.Title;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A crew on the wire. Immutable.
 *
 * @param plan what its city's pack says: districts (left out: all), work, shifts, quiet hours
 */
@Schema(name = "Crew")
public record Crew(
        @Schema(examples = "fulda") String city,
        @Schema(examples = "fulda-nord") String id,
        Title name,
        @Schema(implementation = Object.class) JsonNode plan,
        @Schema(description = "How many of its orders are not closed", examples = "3") int ordersOpen) {}
