package de.hexapolis.query.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did what when, on the wire. Immutable.
 *
 * @param at by the platform's clock
 * @param happenedAt as the person's phone says, or the reading's time
 * @param actor {@code sensor}, {@code rule}, {@code timer}, or a person
 */
@Schema(name = "HistoryEntry")
public record HistoryEntry(
        Instant at,
        Instant happenedAt,
        @Schema(examples = "done") String action,
        @Schema(examples = "notified") Optional<String> from,
        @Schema(examples = "done") Optional<String> to,
        @Schema(examples = "sensor") String actor,
        Optional<Long> alert,
        Optional<Long> order,
        Optional<String> edition,
        @Schema(implementation = Object.class) JsonNode detail) {}
