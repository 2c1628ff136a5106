package de.hexapolis.judge;

import de.hexapolis.occurrences.Occurrence;
import de.hexapolis.occurrences.RainOrWatering;
import de.hexapolis.registry.DueAssets;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.WettingRule;
import de.hexapolis.store.StoreUnavailable;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
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
    /** What was read of a city's trees, by stretches as long as a rain. */
    private final Map<Near, WetTrees> known = new HashMap<>();

    TellRain(Connection connection, RuleBook book) {
        this.connection = connection;
        this.book = book;
    }

    private record Near(CityId city, WettingRule rule, long stretch) {}

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
        return near(asset, rule.get(), told.at()).kind(rule.get(), asset.id(), told.at());
    }

    private WetTrees near(AssetFacts asset, WettingRule rule, Instant at) {
        long span = Math.max(1, rule.rain().within().toSeconds());
        Near near = new Near(asset.city(), rule, Math.floorDiv(at.getEpochSecond(), span));
        return known.computeIfAbsent(near, missing -> {
            Instant first = Instant.ofEpochSecond(missing.stretch * span);
            try {
                return WetTrees.between(connection, rule, asset, first, first.plusSeconds(span));
            } catch (SQLException failure) {
                throw new StoreUnavailable(failure);
            }
        });
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
        List<WetTrees.Wetting> wrong = trees.toldWrongly(span.rule()).stream()
                .filter(one -> span.mayBeOneRainWith(one.at()))
                .toList();
        Optional<Instant> first = wrong.stream().map(WetTrees.Wetting::at).min(Instant::compareTo);
        if (first.isPresent()) {
            List<Long> assets =
                    wrong.stream().map(WetTrees.Wetting::assetId).distinct().toList();
            DueAssets.of(connection, assets, first.get(), now);
        }
    }

    private void lock(String city) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, city);
            statement.execute();
        }
    }
}
