package de.hexapolis.query.series;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One reading, on the wire. Immutable. */
@Schema(name = "Observation")
public record Observation(
        @Schema(examples = "2026-07-01T10:15:00Z") Instant observedAt,
        @Schema(examples = "73.5") double value,
        @Schema(enumeration = {"good", "suspect", "bad", "implausible"}) String quality) {}
