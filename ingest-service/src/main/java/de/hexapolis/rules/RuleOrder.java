package de.hexapolis.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts rules behind those whose episodes they give way to. Stateless. */
final class RuleOrder {
    private RuleOrder() {}

    /** Each after those that it names, otherwise as given. A circle, which no loaded file has, is cut somewhere. */
    static List<ResolvedRule> of(List<ResolvedRule> rules) {
        Map<String, ResolvedRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        Set<String> seen = new LinkedHashSet<>();
        List<ResolvedRule> ordered = new ArrayList<>();
        rules.forEach(rule -> add(rule, byId, seen, ordered));
        return List.copyOf(ordered);
    }

    private static void add(
            ResolvedRule rule, Map<String, ResolvedRule> byId, Set<String> seen, List<ResolvedRule> ordered) {
        if (!seen.add(rule.id())) {
            return;
        }
        Stream.concat(rule.guards().unlessOpen().stream(), rule.guards().insteadOf().stream())
                .map(byId::get)
                .filter(named -> named != null)
                .forEach(named -> add(named, byId, seen, ordered));
        ordered.add(rule);
    }
}
