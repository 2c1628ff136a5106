package de.hexapolis.trials.crews;

import de.hexapolis.trials.receivers.Hearing;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was to be told, held against what real receivers heard; and that nothing waits any more. */
record DeliveryCheck(World world, Map<String, Hearing> byKind, Hearing live) {
    private static final String TOLD =
            """
            select n.id::text from notice n join delivery d using (notice_id) join channel c using (channel_id)
            where c.kind = ? and d.state = 'delivered'
            """;
    private static final String NOTICES =
            "select id::text from notice where (alert_id is not null or order_id is not null) and at < ?::timestamptz";
    private static final String WAITING =
            """
            select count(*) from delivery d join channel c using (channel_id)
            where d.state = 'waiting' and c.kind in ('webhook', 'mqtt') and d.not_before < '%s'
            """;
    private static final String GIVEN_UP = "select count(*) from delivery where state = 'given_up'";
    private static final String UNSPREAD = "select count(*) from notice where not spread and at < '%s'";
    private static final String DUE = "select count(*) from due where received_at < '%s'";
    private static final String DOUBLY_OPEN =
            """
            select count(*) from (select 1 from alert where closed_at is null group by subject, rule_id having count(*) > 1) d
            """;

    /** Whether nothing waits any more of what was to be told before that instant. */
    boolean isQuiet(Instant before) throws SQLException {
        return number(DUE.formatted(before)) == 0
                && number(UNSPREAD.formatted(before)) == 0
                && number(WAITING.formatted(before)) == 0;
    }

    /** @param before timers and silence go on making notices: these are those that had time to be heard */
    List<Check> checks(Instant before) throws SQLException {
        List<Check> checks = new ArrayList<>();
        for (Map.Entry<String, Hearing> kind : byKind.entrySet()) {
            Set<String> told = texts(TOLD, kind.getKey());
            Hearing hearing = kind.getValue();
            checks.add(Check.figure(kind.getKey() + ": delivered", told.size(), ""));
            checks.add(Check.equal(kind.getKey() + ": delivered, and not heard", missing(told, hearing), 0));
            checks.add(Check.figure(
                    kind.getKey() + ": heard once more, with the same id",
                    hearing.times() - (double) hearing.ids().size(),
                    ""));
            checks.add(Check.equal(kind.getKey() + ": heard, and no notice", strangers(hearing), 0));
        }
        Set<String> notices = texts(NOTICES, before.toString());
        checks.add(Check.equal("live stream: notices not heard", missing(notices, live), 0));
        checks.add(Check.equal(
                "live stream: heard twice", live.times() - (long) live.ids().size(), 0));
        checks.add(Check.equal("deliveries that wait", number(WAITING.formatted(before)), 0));
        checks.add(Check.equal("deliveries given up", number(GIVEN_UP), 0));
        checks.add(Check.equal("notices not spread", number(UNSPREAD.formatted(before)), 0));
        checks.add(Check.equal("assets that are due", number(DUE.formatted(before)), 0));
        checks.add(Check.equal("rules with two open alerts of an asset", number(DOUBLY_OPEN), 0));
        return checks;
    }

    private static long missing(Set<String> told, Hearing hearing) {
        Set<String> missing = new HashSet<>(told);
        missing.removeAll(hearing.ids());
        return missing.size();
    }

    private long strangers(Hearing hearing) throws SQLException {
        Set<String> heard = new HashSet<>(hearing.ids());
        heard.removeAll(texts("select id::text from notice"));
        return heard.size();
    }

    private long number(String sql) throws SQLException {
        return world.database().address().number(sql);
    }

    private Set<String> texts(String sql, String... parameters) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Connection connection = world.database().open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }
}
