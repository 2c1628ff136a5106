package de.hexapolis.query.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.CityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What decides which rules hold for an asset, as ingest-service decides it. Immutable. */
record RuledAsset(CityId city, String kind, Optional<String> district, String reference, List<String> tags) {
    RuledAsset {
        tags = List.copyOf(tags);
    }

    /** The rules that hold, each with the nearest override merged over it; none of what no asset has, such as calendars. */
    List<Rule> resolve(List<Rule> all) {
        List<Rule> held = all.stream()
                .flatMap(rule -> nearest(rule)
                        .map(override -> override.off() ? Optional.<Rule>empty() : Optional.of(rule.resolved(override)))
                        .orElseGet(() -> Optional.of(withoutOverrides(rule)))
                        .stream())
                .filter(rule -> concerns(rule.document()))
                .toList();
        Set<String> replaced = new HashSet<>();
        held.forEach(rule -> replaced.add(rule.document().path("instead_of").asText()));
        return held.stream()
                .filter(rule -> !rule.section().equals("rule") || !replaced.contains(rule.id()))
                .toList();
    }

    private Optional<RuleOverride> nearest(Rule rule) {
        return rule.overrides().stream()
                .filter(override -> override.city().equals(city.value())
                        && override.asset().map(reference::equals).orElse(true)
                        && override.district()
                                .map(id -> district.map(id::equals).orElse(false))
                                .orElse(true))
                .max(Comparator.comparingInt(RuleOverride::nearness));
    }

    private static Rule withoutOverrides(Rule rule) {
        return new Rule(
                rule.section(), rule.id(), rule.blueprint(), rule.file(), rule.line(), rule.document(), List.of());
    }

    private boolean concerns(JsonNode document) {
        JsonNode only = document.path("only");
        return texts(document.path("kinds")).contains(kind)
                && isAny(only.path("cities"), List.of(city.value()))
                && isAny(only.path("tags"), tags)
                && isAny(document.path("tags"), tags);
    }

    private static boolean isAny(JsonNode listed, List<String> words) {
        return listed.isMissingNode() || texts(listed).stream().anyMatch(words::contains);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
