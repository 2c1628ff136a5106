package de.hexapolis.query.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything about one alert, on the wire. Immutable.
 *
 * @param ruleDocument the rule as it was worded when the alert opened
 * @param occurrences of its asset since the episode began
 * @param deliveries for staff only, else left out
 */
@Schema(name = "AlertWithHistory")
public record AlertWithHistory(
        @JsonUnwrapped Alert alert,
        @Schema(implementation = Object.class) JsonNode evidence,
        @Schema(implementation = Object.class) JsonNode ruleDocument,
        List<HistoryEntry> history,
        List<Since> occurrences,
        Optional<List<Told>> deliveries) {

    /** What happened to the asset. */
    @Schema(name = "OccurrenceSince")
    public record Since(
            long id,
            @Schema(examples = "emptying") String kind,
            Instant happenedAt,
            @Schema(enumeration = {"sensor", "person"}) String toldBy) {}

    /** Whom it was told, and whether that succeeded. */
    @Schema(name = "DeliveryOfAlert")
    public record Told(
            @Schema(examples = "alert.opened") String notice,
            @Schema(enumeration = {"mqtt", "webhook", "mail", "push"}) String channelKind,
            String channel,
            @Schema(enumeration = {"waiting", "delivered", "given_up", "superseded"}) String state,
            int attempts,
            Optional<Instant> deliveredAt,
            Optional<String> lastError) {}
}
