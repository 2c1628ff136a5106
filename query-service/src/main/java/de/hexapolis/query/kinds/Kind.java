package de.hexapolis.query.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of asset on the wire. Immutable.
 *
 * @param settings as the blueprint gives them: the steps of the status words, and whatever else the kind's rules need
 */
@Schema(name = "Kind")
public record Kind(
        @Schema(examples = "bin") String kind,
        Name name,
        @Schema(description = "What a map shows of it", examples = "fill_level") Optional<String> mainQuantity,
        @Schema(description = "Unit of the main quantity", examples = "%") Optional<String> unit,
        @Schema(implementation = Object.class) JsonNode settings) {
    /** Both languages. */
    @Schema(name = "KindName")
    public record Name(@Schema(examples = "Abfallbehälter") String de, @Schema(examples = "Waste bin") String en) {}
}
