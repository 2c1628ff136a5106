package de.hexapolis.simulator.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** The plan as JSON in the first bytes of a ledger, filled up with blanks, so that {@code head -c 4096} shows it. */
final class LedgerHeader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private LedgerHeader() {}

    static ByteBuffer write(LoadPlan plan) throws JsonProcessingException {
        byte[] json = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("ledger", VERSION)
                .put("city", plan.city().value())
                .put("devices", plan.devices())
                .put("connections", plan.connections())
                .put("rate", plan.rate())
                .put("messages", plan.messages())
                .put("quantities", plan.quantities())
                .put("duplicates", plan.duplicates())
                .put("poison", plan.poison())
                .put("seed", plan.seed())
                .put("start", plan.start().toString())
                .put("values", plan.values().word()));
        byte[] header = Arrays.copyOf(json, Ledger.HEADER_BYTES);
        Arrays.fill(header, json.length, header.length - 1, (byte) ' ');
        header[header.length - 1] = '\n';
        return ByteBuffer.wrap(header);
    }

    static LoadPlan read(Path file, FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(Ledger.HEADER_BYTES);
        channel.read(header, 0);
        try {
            JsonNode json = JSON.readTree(new String(header.array(), StandardCharsets.UTF_8));
            if (json.path("ledger").asInt() != VERSION) {
                throw new BadInput("ledger %s: not a ledger of version %d".formatted(file, VERSION));
            }
            return plan(json);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            throw new BadInput("ledger %s: damaged: %s".formatted(file, damaged.getMessage()), damaged);
        }
    }

    private static LoadPlan plan(JsonNode json) {
        return new LoadPlan(
                new CityId(json.path("city").asText()),
                json.path("devices").asInt(),
                json.path("connections").asInt(),
                json.path("rate").asLong(),
                json.path("messages").asLong(),
                json.path("quantities").asInt(),
                json.path("duplicates").asDouble(),
                json.path("poison").asDouble(),
                json.path("seed").asLong(),
                Instant.parse(json.path("start").asText()),
                Values.valueOf(json.path("values").asText(Values.DICE.word()).toUpperCase(Locale.ROOT)));
    }
}
