package de.hexapolis.judge;

import de.hexapolis.occurrences.RainOrWatering;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.WettingRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trees of a city that wet about a time, by what readings tell of each; what a person said of one says nothing of the
 * others. Immutable.
 *
 * @param measured how many trees could have told a wetting
 * @param wettings by rising time
 */
record WetTrees(int measured, List<Wetting> wettings) {
    private static final String MEASURED =
            """
            select count(distinct s.asset_id)
            from series s join asset a using (asset_id)
            where a.city_id = ? and not a.retired and a.kind = any (?) and s.quantity = ? and s.channel = ?
            """;
    private static final String WET =
            """
            select o.asset_id, o.kind, o.happened_at
            from occurrence o
            where o.city_id = ? and o.happened_at between ? and ? and o.kind in ('wetting', 'rain', 'watering')
                and o.told_by = 'sensor' and o.corrected_by is null and not o.removed
            order by o.happened_at
            """;

    /** A row of {@code occurrence}. */
    record Wetting(long assetId, String kind, Instant at) {}

    WetTrees {
        wettings = List.copyOf(wettings);
    }

    /** All that may be one rain with something between two instants, or with something that may. */
    static WetTrees between(Connection connection, WettingRule rule, AssetFacts one, Instant first, Instant last)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WET)) {
            statement.setString(1, one.city().value());
            statement.setObject(2, SqlTimes.of(first.minus(rule.rain().within().multipliedBy(2))));
            statement.setObject(3, SqlTimes.of(last.plus(rule.rain().within().multipliedBy(2))));
            List<Wetting> wettings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    wettings.add(new Wetting(
                            row.getLong("asset_id"), row.getString("kind"), SqlTimes.instant(row, "happened_at")));
                }
            }
            return new WetTrees(measured(connection, rule, one), wettings);
        }
    }

    private static int measured(Connection connection, WettingRule rule, AssetFacts one) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MEASURED)) {
            statement.setString(1, one.city().value());
            statement.setArray(2, connection.createArrayOf("text", rule.kinds().toArray()));
            statement.setString(3, rule.quantity().wireName());
            statement.setString(4, rule.channel().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Whether a wetting of a tree was rain. */
    String kind(WettingRule rule, long asset, Instant at) {
        int others = (int) wettings.stream()
                .filter(other -> other.assetId() != asset && RainOrWatering.isNear(rule.rain(), at, other.at()))
                .mapToLong(Wetting::assetId)
                .distinct()
                .count();
        return RainOrWatering.kind(rule.rain(), 1 + others, measured);
    }

    /** Those that are told to be what they are not. A window moves over all, so a whole city's rain takes one pass. */
    List<Wetting> toldWrongly(WettingRule rule) {
        List<Wetting> wrong = new ArrayList<>();
        Deque<Wetting> window = new ArrayDeque<>();
        Map<Long, Integer> trees = new HashMap<>();
        int next = 0;
        for (Wetting one : wettings) {
            while (next < wettings.size()
                    && !wettings.get(next)
                            .at()
                            .isAfter(one.at().plus(rule.rain().within()))) {
                window.addLast(wettings.get(next));
                trees.merge(wettings.get(next).assetId(), 1, Integer::sum);
                next++;
            }
            while (window.getFirst().at().isBefore(one.at().minus(rule.rain().within()))) {
                trees.computeIfPresent(window.removeFirst().assetId(), (tree, rows) -> rows == 1 ? null : rows - 1);
            }
            if (!RainOrWatering.kind(rule.rain(), trees.size(), measured).equals(one.kind())) {
                wrong.add(one);
            }
        }
        return wrong;
    }
}
