package de.hexapolis.query.assets;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The newest reading of one series, on the wire. Immutable.
 *
 * @param device for staff of the city only, else left out
 */
@Schema(name = "LatestReading")
record LatestReading(
        @Schema(examples = "4711") int series,
        @Schema(examples = "fill_level") String quantity,
        Optional<String> channel,
        Optional<String> device,
        @Schema(examples = "73.5") double value,
        @Schema(examples = "%") Optional<String> unit,
        @Schema(enumeration = {"good", "suspect", "bad", "implausible"}) String quality,
        Instant observedAt,
        long ageSeconds) {}
