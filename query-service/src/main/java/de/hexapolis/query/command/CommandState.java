package de.hexapolis.query.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A command and what became of it, on the wire. Immutable.
 *
 * @param city the only one that it may concern; empty: the operator's
 * @param outcome {@code done} or {@code refused}; empty while it waits or runs
 */
@Schema(name = "Command")
public record CommandState(
        UUID id,
        @Schema(examples = "put-device") String kind,
        String requestedBy,
        Optional<String> city,
        Instant requestedAt,
        @JsonIgnore JsonNode body,
        @Schema(enumeration = {"done", "refused"}) Optional<String> outcome,
        @Schema(
                        description = "What was done, how far it is, or in `problem` why it was refused",
                        implementation = Object.class)
                Optional<JsonNode> result,
        Optional<Instant> finishedAt) {

    boolean isFinished() {
        return outcome.isPresent();
    }

    /** Whether this is the same wish, sent again. */
    boolean repeats(Command command) {
        return kind.equals(command.kind())
                && requestedBy.equals(command.requestedBy())
                && body.equals(CommandState::compare, command.body());
    }

    /** Zero for what is the same; numbers may be written in several ways, and the database has its own. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean bothNumbers = one.isNumber() && other.isNumber();
        boolean same = bothNumbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
        return same ? 0 : 1;
    }
}
