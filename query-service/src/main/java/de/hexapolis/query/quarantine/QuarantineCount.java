package de.hexapolis.query.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of one device waits for one reason, on the wire. Immutable. */
@Schema(name = "QuarantineCount")
public record QuarantineCount(
        @Schema(examples = "unknown_device") String reason,
        Optional<String> city,
        Optional<String> device,
        @Schema(description = "Different messages", examples = "12") long messages,
        @Schema(description = "How often one of them came again", examples = "3") long repeats,
        Instant firstReceivedAt,
        Instant lastReceivedAt) {}
