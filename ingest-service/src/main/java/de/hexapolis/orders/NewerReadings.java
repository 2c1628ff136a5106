package de.hexapolis.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the series that an alert names say since an instant. Stateless. */
final class NewerReadings {
    /** NONE: nothing; UNJUDGED: a judge is yet to look at it; UNDECIDED: it lies between; DISAGREE: as bad as before. */
    enum Word {
        NONE,
        UNJUDGED,
        UNDECIDED,
        DISAGREE
    }

    private static final String SQL =
            """
            select l.series_id, l.value, exists (select from due d where d.asset_id = s.asset_id) as is_due
            from latest l join series s using (series_id)
            where l.series_id = any(?) and l.observed_at > ? and l.quality = 0
            """;

    private NewerReadings() {}

    static Word since(Connection connection, JsonNode evidence, Instant since) throws SQLException {
        List<Integer> series = StoredEvidence.series(evidence);
        Map<Integer, Double> values = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("integer", series.toArray()));
            statement.setObject(2, Columns.of(since));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("is_due")) {
                        return Word.UNJUDGED;
                    }
                    values.put(row.getInt("series_id"), row.getDouble("value"));
                }
            }
        }
        return values.isEmpty() ? Word.NONE : judged(evidence, values);
    }

    private static Word judged(JsonNode evidence, Map<Integer, Double> values) {
        for (JsonNode reason : evidence.path("why")) {
            Double value = values.get(reason.path("series").asInt(-1));
            if (value != null && stillHolds(reason, value)) {
                return Word.DISAGREE;
            }
        }
        return Word.UNDECIDED;
    }

    private static boolean stillHolds(JsonNode reason, double value) {
        double limit = reason.path("limit").asDouble();
        return switch (reason.path("comparison").asText()) {
            case "at_least" -> value >= limit;
            case "at_most" -> value <= limit;
            default -> false;
        };
    }
}
