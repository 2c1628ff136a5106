package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.RulePack.RuleItem;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether what items name is there, in their pack or in another that is loaded. Immutable. */
final class References {
    private final Map<RuleSection, Map<String, JsonNode>> documents = new HashMap<>();

    References(Collection<RuleItem> items) {
        items.forEach(item -> documents
                .computeIfAbsent(item.section(), section -> new HashMap<>())
                .put(item.id(), item.document()));
    }

    Set<String> ids(RuleSection section) {
        return new TreeSet<>(documents.getOrDefault(section, Map.of()).keySet());
    }

    void check(RuleSection section, JsonNode item, Tell tell) {
        if (section == RuleSection.RULE) {
            one(item, "bundle", RuleSection.BUNDLING, "bundling", tell);
            one(item, "escalation", RuleSection.ESCALATION, "escalation", tell);
            one(item, "quiet_hours", RuleSection.CALENDAR, "calendar", tell);
            one(item, "instead_of", RuleSection.RULE, "rule", tell);
            each(item, "unless_open", tell);
            if (isCircle(item)) {
                tell.at(
                        item.has("unless_open") ? "unless_open" : "instead_of",
                        "the rules give way to each other in a circle");
            }
        } else if (section == RuleSection.OCCURRENCE) {
            each(item, "closes", tell);
        }
    }

    void one(JsonNode item, String field, RuleSection section, String noun, Tell tell) {
        if (item.has(field)) {
            named(item.path(field).asText(), field, section, noun, tell);
        }
    }

    private void each(JsonNode item, String field, Tell tell) {
        for (int i = 0; i < item.path(field).size(); i++) {
            named(item.path(field).path(i).asText(), "%s[%d]".formatted(field, i), RuleSection.RULE, "rule", tell);
        }
    }

    void named(String id, String field, RuleSection section, String noun, Tell tell) {
        Set<String> known = ids(section);
        if (!known.contains(id)) {
            tell.at(field, "there is no such %s%s".formatted(noun, Similar.hint(id, known)));
        }
    }

    /** Whether a rule gives way to itself, by way of others. */
    private boolean isCircle(JsonNode rule) {
        String id = rule.path("id").asText();
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(givesWayTo(rule));
        while (!waiting.isEmpty()) {
            String next = waiting.remove();
            if (next.equals(id)) {
                return true;
            }
            JsonNode other = documents.getOrDefault(RuleSection.RULE, Map.of()).get(next);
            if (other != null && seen.add(next)) {
                waiting.addAll(givesWayTo(other));
            }
        }
        return false;
    }

    private static List<String> givesWayTo(JsonNode rule) {
        return Stream.concat(
                        RuleReader.texts(rule.path("unless_open")).stream(),
                        RuleReader.text(rule, "instead_of").stream())
                .toList();
    }
}
