package de.hexapolis.query.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an answer to an alert or an order, for the API's description: ingest-service judges it. */
@Schema(name = "AnswerBody")
public record AnswerBody(
        @Schema(description = "When it happened, as the phone says; without it now") Optional<Instant> at,
        @Schema(description = "Why it is not possible, or is withdrawn", examples = "locked gate")
                Optional<String> reason,
        @Schema(description = "A comment") Optional<String> text,
        @Schema(description = "Who is to do it, of `assign`") Optional<String> assignee,
        @Schema(description = "By when, of `assign`") Optional<Instant> dueAt,
        @Schema(description = "Of an order: only the items at these assets; without it all that are open")
                Optional<List<Long>> assets) {}
