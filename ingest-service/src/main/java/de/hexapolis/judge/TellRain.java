package de.hexapolis.judge;

import de.hexapolis.occurrences.Occurrence;
import de.hexapolis.occurrences.RainOrWatering;
import de.hexapolis.registry.DueAssets;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.WettingRule;
import de.hexapolis.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a wetting was rain is said by the city's other trees, so a tree that wets, or has not wet after all, may change
 * what the others were told to be: those are judged anew. One judge at a time in a city, until its commit, so that two who
 * tell half of a rain each do not overlook each other. One thread, used once.
 */
final class TellRain {
    private static final String LOCK = "select pg_advisory_xact_lock(740009, hashtext(?))";

    private final Connection connection;
    private final RuleBook book;

    TellRain(Connection connection, RuleBook book) {
        this.connection = connection;
        this.book = book;
    }

    /** The wettings of a handful in a city. */
    private record Span(AssetFacts asset, WettingRule rule, Instant first, Instant last) {
        Span and(Span other) {
            return new Span(
                    asset,
                    rule,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }

        boolean mayBeOneRainWith(Instant at) {
            return RainOrWatering.isNear(rule.rain(), first, at)
                    || RainOrWatering.isNear(rule.rain(), last, at)
                    || (at.isAfter(first) && at.isBefore(last));
        }
    }

    /** The kind of what a tree's readings tell, as far as its neighbours are known. */
    String kind(AssetFacts asset, Occurrence told) {
        Optional<WettingRule> rule = rule(asset).filter(wetting -> told.kind().equals(OccurrenceChanges.WETTING));
        if (rule.isEmpty()) {
            return told.kind();
        }
        try {
            return WetTrees.between(connection, rule.get(), asset, told.at(), told.at())
                    .kind(rule.get(), asset.id(), told.at());
        } catch (SQLException failure) {
            throw new StoreUnavailable(failure);
        }
    }

    private Optional<WettingRule> rule(AssetFacts asset) {
        return book.occurrencesFor(asset).stream()
                .filter(WettingRule.class::isInstance)
                .map(WettingRule.class::cast)
                .findFirst();
    }

    /** Once all of it is written. */
    void lookAround(Map<AssetFacts, OccurrenceChanges> changes, Instant now) throws SQLException {
        Map<String, Span> cities = new TreeMap<>();
        changes.forEach((asset, change) -> rule(asset).ifPresent(rule -> change.wettings()
                .forEach(at -> cities.merge(asset.city().value(), new Span(asset, rule, at, at), Span::and))));
        for (Map.Entry<String, Span> city : cities.entrySet()) {
            lock(city.getKey());
            lookAround(city.getValue(), now);
        }
    }

    private void lookAround(Span span, Instant now) throws SQLException {
        WetTrees trees = WetTrees.between(connection, span.rule(), span.asset(), span.first(), span.last());
        for (WetTrees.Wetting one : trees.toldWrongly(span.rule())) {
            if (span.mayBeOneRainWith(one.at())) {
                DueAssets.of(connection, List.of(one.assetId()), one.at(), now);
            }
        }
    }

    private void lock(String city) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, city);
            statement.execute();
        }
    }
}
