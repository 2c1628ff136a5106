package de.hexapolis.query.occurrences;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of what a person says about an occurrence, for the API's description: ingest-service judges it. */
@Schema(name = "OccurrenceBody")
record OccurrenceBody(
        @Schema(description = "Of a new one: the asset, by id", examples = "17") Optional<Long> asset,
        @Schema(enumeration = {"emptying", "watering", "rain"}) Optional<String> kind,
        @Schema(description = "When it happened") Optional<Instant> at,
        Optional<String> text) {}
