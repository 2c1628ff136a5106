package de.hexapolis.query.channels;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel on the wire; its secret is not. Immutable.
 *
 * @param city empty: all cities
 * @param crew empty: the city's staff
 * @param address of a push subscription only the push service
 * @param lastTest left out if nobody tried it in the last months
 */
@Schema(name = "Channel")
public record Channel(
        long id,
        Optional<String> city,
        Optional<String> crew,
        @Schema(enumeration = {"mqtt", "webhook", "mail", "push"}) String kind,
        @Schema(examples = "Ticketsystem") String name,
        @Schema(examples = "https://tickets.fulda.example/hooks") String address,
        @Schema(implementation = Object.class) JsonNode settings,
        @Schema(enumeration = {"active", "failing", "disabled"}) String state,
        Optional<Instant> failingSince,
        Optional<Instant> lastSuccessAt,
        @Schema(examples = "answered 503") Optional<String> lastError,
        @Schema(description = "Notices that wait to be delivered") long waiting,
        Optional<Test> lastTest) {

    /** What became of the last test. */
    @Schema(name = "TestOfChannel")
    public record Test(
            @Schema(description = "What the receiver knows it by") UUID notice,
            Instant at,
            @Schema(enumeration = {"waiting", "delivered", "given_up"}) String state,
            int attempts,
            Optional<Instant> deliveredAt,
            @Schema(examples = "answered 503") Optional<String> lastError) {}
}
