package de.hexapolis.query.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An alert on the wire: one episode in which a rule holds. Immutable.
 *
 * @param subject what it is about: {@code asset:17}, or a gateway or source that is silent
 * @param beganAt by the readings' times, as {@code endedAt}; the others are by the platform's clock
 * @param doneAt as the person says
 * @param members of a shared cause, left out of what is about an asset
 * @param why the values that made the rule speak, each with rule and edition
 */
@Schema(name = "Alert")
public record Alert(
        @Schema(examples = "12") long id,
        @Schema(examples = "fulda") String city,
        @Schema(examples = "bin-full") String rule,
        @Schema(description = "Which wording of the rule it was", examples = "9f2c41d07ab3e655") String edition,
        Title title,
        @Schema(enumeration = {"info", "warning", "urgent", "critical"}) String severity,
        @Schema(examples = "notified") String state,
        @Schema(examples = "asset:17") String subject,
        Optional<AssetOfWork> asset,
        @Schema(description = "What a crew does about it", examples = "empty") Optional<String> work,
        Optional<Long> order,
        Instant beganAt,
        Optional<Instant> endedAt,
        Instant openedAt,
        Optional<Instant> notifiedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> doneAt,
        Optional<Instant> dueAt,
        Optional<Instant> closedAt,
        @Schema(description = "How often the data disagreed with who said it was done") int reopened,
        @Schema(description = "Why it is not possible, or was withdrawn") Optional<String> reason,
        Optional<String> assignee,
        Optional<Members> members,
        @Schema(implementation = Object[].class) JsonNode why) {}
