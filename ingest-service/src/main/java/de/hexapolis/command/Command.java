package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A command that has been claimed. Immutable as long as nobody writes into the attachment, which nobody may.
 *
 * @param requestedBy the subject of a person's token
 * @param requestedAt by the platform's clock, when it was handed over
 * @param city the only one that it may concern; empty: the operator's
 * @param attachment empty if there is none
 * @param progress what a continued command said of itself when it was put back
 */
@SuppressWarnings("ArrayRecordComponent")
record Command(
        UUID id,
        String kind,
        String requestedBy,
        Instant requestedAt,
        Optional<String> city,
        JsonNode body,
        byte[] attachment,
        Optional<JsonNode> progress) {}
