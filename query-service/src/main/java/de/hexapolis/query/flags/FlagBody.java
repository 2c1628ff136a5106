package de.hexapolis.query.flags;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a flag that a person sets or ends, for the API's description: ingest-service judges it. */
@Schema(name = "FlagBody")
record FlagBody(
        @Schema(description = "Of a new one: the series, by id", examples = "4711") Optional<Integer> series,
        @Schema(description = "Of a new one: since when its readings are not to be believed") Optional<Instant> from,
        @Schema(description = "When it ended; without it now") Optional<Instant> at,
        @Schema(description = "At the end: whether the readings were right after all") Optional<Boolean> undo,
        Optional<String> text) {}
