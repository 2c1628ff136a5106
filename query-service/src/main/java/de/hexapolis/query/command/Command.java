package de.hexapolis.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done. Immutable as long as nobody writes into the attachment, which nobody may.
 *
 * @param kind such as {@code put-asset}
 * @param city the only one that it may concern; empty: the operator's, for all
 * @param attachment empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Command(
        UUID id, String kind, String requestedBy, Optional<CityId> city, JsonNode body, byte[] attachment) {
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final byte[] NOTHING = {};

    public static Command of(@Nullable String key, String kind, Caller caller, Optional<CityId> city, JsonNode body) {
        return new Command(id(key), kind, caller.name(), city, body, NOTHING);
    }

    /**
     * The same with an attachment. Its SHA-256 goes into the body as {@code attachment_sha256}, and so tells a repetition
     * from another command when the attachment itself is gone.
     */
    public Command withAttachment(byte[] bytes) {
        ObjectNode told = body.deepCopy();
        told.put("attachment_sha256", sha256(bytes));
        return new Command(id, kind, requestedBy, city, told, bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every Java knows SHA-256", defect);
        }
    }

    private static UUID id(@Nullable String key) {
        return Given.of(KEY_HEADER, key)
                .value("a UUID such as 0b9f2f0e-6f3a-4c53-9f7e-2f6f2d1c8a11", UUID::fromString)
                .orElseGet(UUID::randomUUID);
    }
}
