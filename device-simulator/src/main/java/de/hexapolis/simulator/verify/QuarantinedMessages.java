package de.hexapolis.simulator.verify;

import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.load.LoadMessages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which messages of the ledger wait in quarantine, by their numbers. */
final class QuarantinedMessages {
    private static final String WAITING =
            """
            select topic, payload from quarantine
            where replayed_at is null and topic = any (?)
            """;

    private static final int TIME_LENGTH = 27;
    private static final int FETCH = 1_000;

    private final LoadPlan plan;
    private final LoadMessages messages;
    private final Map<ByteBuffer, Long> poison = new HashMap<>();
    private final Map<String, Integer> deviceByTopic = new HashMap<>();

    QuarantinedMessages(Ledger ledger, LoadMessages messages) {
        this.plan = ledger.plan();
        this.messages = messages;
        for (int device = 0; device < plan.devices(); device++) {
            deviceByTopic.put(plan.topic(device), device);
        }
        for (long message = 0; plan.poison() > 0 && message < plan.messages(); message++) {
            if (plan.isPoison(message) && ledger.isAttempted(message)) {
                poison.put(key(messages.message(message).payload()), message);
            }
        }
    }

    Set<Long> read(Connection connection) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            String[] topics =
                    IntStream.range(0, plan.devices()).mapToObj(plan::topic).toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", topics));
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long message = number(rows.getString(1), rows.getBytes(2));
                    if (message >= 0) {
                        found.add(message);
                    }
                }
            }
        }
        return found;
    }

    /** −1 if it is no message of this ledger: another run's, say. */
    private long number(String topic, byte[] payload) {
        Long known = poison.get(key(payload));
        return known != null ? known : good(topic, payload);
    }

    private long good(String topic, byte[] payload) {
        int from = messages.timeAt();
        if (payload.length < from + TIME_LENGTH) {
            return -1;
        }
        try {
            Instant at = Instant.parse(new String(payload, from, TIME_LENGTH, StandardCharsets.US_ASCII));
            long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
            long message = plan.messageAt(deviceByTopic.getOrDefault(topic, -1), micros);
            boolean same =
                    message >= 0 && Arrays.equals(messages.message(message).payload(), payload);
            return same ? message : -1;
        } catch (DateTimeException otherBytes) {
            return -1;
        }
    }

    /** A poison payload is long or short; its first bytes hold time and number, so they tell it from all others. */
    private static ByteBuffer key(byte[] payload) {
        return ByteBuffer.wrap(Arrays.copyOf(payload, 160));
    }
}
