package de.hexapolis.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rule books and assets for tests, from YAML. */
public final class RuleBooks {
    private RuleBooks() {}

    /** The book of a pack without a city. */
    public static RuleBook of(String rules) {
        return of(rules, Map.of());
    }

    /** The book of a pack without a city, and of cities' packs by city. */
    public static RuleBook of(String rules, Map<String, String> overrides) {
        RulePack base = pack(Optional.empty(), "rules/base.yaml", rules);
        List<OverrideRow> changes = overrides.entrySet().stream()
                .flatMap(entry -> pack(Optional.of(entry.getKey()), "rules/own.yaml", entry.getValue())
                        .overrideRows(entry.getKey() + " 1.0.0")
                        .stream())
                .toList();
        return RuleBook.of(base.rules("base 1.3.0"), changes, List.of());
    }

    /** A file that has no fault of grammar. */
    public static RulePack pack(Optional<String> city, String file, String text) {
        RuleFiles files = new RuleFiles(city);
        files.add(file, text);
        if (!files.faults().isEmpty()) {
            throw new IllegalArgumentException(files.faults().toString());
        }
        return files.pack();
    }

    public static AssetFacts asset(String city, String kind, String district, String reference, String... tags) {
        return new AssetFacts(
                1,
                new CityId(city),
                ZoneId.of("Europe/Berlin"),
                kind,
                district.isEmpty() ? Optional.empty() : Optional.of(district),
                reference,
                List.of(tags),
                JsonNodeFactory.instance.objectNode(),
                9.67,
                50.55,
                false);
    }
}
