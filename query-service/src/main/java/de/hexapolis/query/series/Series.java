package de.hexapolis.query.series;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What observations belong to, on the wire. Immutable.
 *
 * @param device for staff of the city only, else left out
 * @param derived whether it is computed here from another series, as a fill level is from a distance
 * @param newest when its newest reading was observed
 */
@Schema(name = "Series")
public record Series(
        @Schema(examples = "4711") int id,
        @Schema(examples = "17") long asset,
        @JsonIgnore CityId city,
        @Schema(examples = "fill_level") String quantity,
        @Schema(examples = "%") Optional<String> unit,
        Optional<String> channel,
        Optional<String> device,
        boolean derived,
        Optional<Instant> newest) {}
