package de.hexapolis.orders;

import de.hexapolis.rules.ResolvedRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what the editions of rules mean that alerts name. Stateless. */
final class WriteEditions {
    private static final String SQL =
            """
            insert into rule_edition (edition, rule_id, blueprint, document, first_at) values (?, ?, ?, ?::jsonb, ?)
            on conflict do nothing
            """;

    private WriteEditions() {}

    static void on(Connection connection, Collection<ResolvedRule> rules, Instant now) throws SQLException {
        Map<String, ResolvedRule> byEdition = new TreeMap<>();
        rules.forEach(rule -> byEdition.put(rule.edition(), rule));
        if (byEdition.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            for (ResolvedRule rule : byEdition.values()) {
                insert.setString(1, rule.edition());
                insert.setString(2, rule.id());
                insert.setString(3, rule.blueprint());
                insert.setString(4, Columns.of(rule.document()));
                insert.setObject(5, Columns.of(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
