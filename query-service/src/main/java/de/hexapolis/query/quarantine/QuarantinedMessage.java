package de.hexapolis.query.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message, or a part of one, that could not be stored, on the wire. Immutable.
 *
 * @param payload the raw bytes in Base64
 * @param text the payload's beginning as text, if it is text
 * @param repeats how often it came again
 */
@Schema(name = "QuarantinedMessage")
public record QuarantinedMessage(
        long id,
        @Schema(examples = "unknown_device") String reason,
        @Schema(examples = "no device 'a84041ffff1234ab'") String detail,
        Optional<String> city,
        Optional<String> device,
        @Schema(examples = "things-stack") String source,
        String topic,
        String payload,
        Optional<String> text,
        Instant receivedAt,
        Instant lastReceivedAt,
        int repeats,
        @Schema(description = "When a replay stored all of it") Optional<Instant> replayedAt) {}
