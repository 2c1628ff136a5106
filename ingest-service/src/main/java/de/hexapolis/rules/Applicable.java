package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows hold for an asset, with the nearest override merged over each: the asset's before its district's before the
 * city's; an override says all that differs there, those further away add nothing to it. Immutable.
 */
final class Applicable {
    private final List<RuleRow> rows;
    private final List<OverrideRow> overrides;
    private final Set<String> tagsThatMatter = new HashSet<>();
    private final Set<List<String>> changedAssets = new HashSet<>();

    Applicable(List<RuleRow> rows, List<OverrideRow> overrides) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(RuleRow::file)
                        .thenComparing(RuleRow::line)
                        .thenComparing(RuleRow::id))
                .toList();
        this.overrides = List.copyOf(overrides);
        this.rows.forEach(row -> noteTags(row.document()));
        overrides.forEach(override -> {
            noteTags(override.change());
            changedAssets.add(List.of(override.city(), override.reference()));
        });
    }

    private void noteTags(JsonNode document) {
        tagsThatMatter.addAll(RuleReader.texts(document.path("tags")));
        tagsThatMatter.addAll(RuleReader.texts(document.path("only").path("tags")));
    }

    /** What two assets must share so that the same rows hold for both. */
    Place placeOf(AssetFacts asset) {
        return new Place(
                asset.kind(),
                asset.city().value(),
                asset.district().orElse(""),
                asset.tags().stream().filter(tagsThatMatter::contains).sorted().toList(),
                changedAssets.contains(List.of(asset.city().value(), asset.reference())) ? asset.reference() : "");
    }

    record Place(String kind, String city, String district, List<String> tags, String reference) {
        Place {
            tags = List.copyOf(tags);
        }
    }

    List<RuleRow> to(AssetFacts asset, RuleSection section) {
        List<RuleRow> applicable = new ArrayList<>();
        for (RuleRow row : rows) {
            if (row.section() == section) {
                RuleRow merged = merged(row, asset);
                if (!merged.document().isNull() && concerns(merged.document(), asset)) {
                    applicable.add(merged);
                }
            }
        }
        return applicable;
    }

    private RuleRow merged(RuleRow row, AssetFacts asset) {
        return overrides.stream()
                .filter(override -> override.section() == row.section()
                        && override.id().equals(row.id())
                        && override.nearness(asset) > 0)
                .max(Comparator.comparingInt(override -> override.nearness(asset)))
                .map(override -> row.with(override))
                .orElse(row);
    }

    private static boolean concerns(JsonNode document, AssetFacts asset) {
        JsonNode only = document.path("only");
        return RuleReader.texts(document.path("kinds")).contains(asset.kind())
                && isAny(only.path("cities"), List.of(asset.city().value()))
                && isAny(only.path("tags"), asset.tags())
                && isAny(document.path("tags"), asset.tags());
    }

    /** Whether one of the texts is listed; a list that is not there lists all. */
    private static boolean isAny(JsonNode listed, List<String> texts) {
        return listed.isMissingNode() || RuleReader.texts(listed).stream().anyMatch(texts::contains);
    }
}
