package de.hexapolis.outlook;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Level;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.SoilTable;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From which tension on a tree needs water, by depth: the first warning of its rule's table. Stateless. */
final class DryLimits {
    private DryLimits() {}

    /** Empty where no rule has a table of tensions for the tree. */
    static Map<Channel, Double> of(AssetFacts tree, RuleBook rules, Instant now) {
        return rules.rulesFor(tree).stream()
                .map(rule -> rule.when())
                .filter(SoilTable.class::isInstance)
                .map(SoilTable.class::cast)
                .filter(table -> table.quantity() == Quantity.SOIL_WATER_TENSION)
                .map(table -> limits(table, tree, now))
                .filter(limits -> !limits.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<Channel, Double> limits(SoilTable table, AssetFacts tree, Instant now) {
        int year = standingYear(table, tree, now);
        if (table.untilYear().isPresent() && year > table.untilYear().getAsInt()) {
            return Map.of();
        }
        return table.rows().stream()
                .filter(row -> row.year() <= year)
                .reduce((earlier, later) -> later)
                .map(row -> row.depths().entrySet().stream()
                        .filter(depth -> warning(depth.getValue()).isPresent())
                        .collect(Collectors.toMap(Map.Entry::getKey, depth -> warning(depth.getValue())
                                .orElseThrow())))
                .orElse(Map.of());
    }

    private static Optional<Double> warning(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.severity().compareTo(Severity.WARNING) >= 0)
                .map(Level::limit)
                .findFirst();
    }

    /** The year of planting counts to the first. */
    private static int standingYear(SoilTable table, AssetFacts tree, Instant now) {
        JsonNode planted = tree.properties().path(table.standingYearFrom());
        return planted.canConvertToInt()
                ? Math.max(1, now.atZone(tree.zone()).getYear() - planted.asInt())
                : table.unknownYear();
    }
}
