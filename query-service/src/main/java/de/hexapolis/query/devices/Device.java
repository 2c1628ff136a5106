package de.hexapolis.query.devices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A device on the wire. Immutable.
 *
 * @param asset where it is installed now
 * @param silent whether it was last heard of more than three intervals (at least 26 hours) ago, or never
 */
@Schema(name = "Device")
public record Device(
        @JsonIgnore long id,
        @Schema(examples = "a84041ffff1234ab") String key,
        @Schema(examples = "fulda") Optional<String> city,
        @Schema(examples = "dragino/ldds75") Optional<String> profile,
        @Schema(description = "How often it reports when all is well", examples = "PT1H") String expectedInterval,
        @Schema(examples = "17") Optional<Long> asset,
        @Schema(description = "When its newest reading was observed") Optional<Instant> observedAt,
        @Schema(description = "When it was last received") Optional<Instant> receivedAt,
        boolean silent) {}
