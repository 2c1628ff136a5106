package de.hexapolis.judge;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.orders.StandingAlert;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.Reason;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Why alerts were opened, as their rows say. Stateless. */
final class ReadEvidence {
    private static final String SQL = "select alert_id, evidence -> 'why' as why from alert where alert_id = any (?)";

    private ReadEvidence() {}

    /** By the alerts' numbers. */
    static Map<Long, Evidence> on(Connection connection, List<StandingAlert> alerts) throws SQLException {
        Map<Long, Evidence> evidence = new HashMap<>();
        if (alerts.isEmpty()) {
            return evidence;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            long[] ids = alerts.stream().mapToLong(StandingAlert::alertId).toArray();
            statement.setArray(1, PostgresArray.of(connection, ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String why = row.getString("why");
                    evidence.put(
                            row.getLong("alert_id"),
                            why == null ? new Evidence(List.of()) : evidence(ReadAssets.json(why)));
                }
            }
        }
        return evidence;
    }

    private static Evidence evidence(JsonNode why) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode one : why) {
            reasons.add(new Reason(
                    one.path("quantity").asText(),
                    text(one, "channel"),
                    one.path("value").asDouble(),
                    text(one, "unit"),
                    Instant.parse(one.path("observed_at").asText()),
                    one.path("comparison").asText(),
                    one.path("limit").asDouble(),
                    one.has("series") ? OptionalInt.of(one.path("series").asInt()) : OptionalInt.empty()));
        }
        return new Evidence(reasons);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
