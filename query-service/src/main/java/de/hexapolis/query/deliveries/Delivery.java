package de.hexapolis.query.deliveries;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice for a channel on the wire, and what became of it. Immutable.
 *
 * @param notice what the receiver knows it by, the same at each attempt
 */
@Schema(name = "Delivery")
public record Delivery(
        long id,
        UUID notice,
        @Schema(examples = "alert.opened") String kind,
        String city,
        Optional<Long> alert,
        Optional<Long> order,
        long channel,
        @Schema(enumeration = {"waiting", "delivered", "given_up", "superseded"}) String state,
        Instant at,
        @Schema(description = "When it is sent, or sent again") Optional<Instant> notBefore,
        Optional<Instant> deliveredAt,
        int attempts,
        @Schema(examples = "no answer in time") Optional<String> lastError) {}
