package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a pack says of rules and crews, as it was written. Immutable.
 *
 * @param whole whether all of its files could be read
 * @param city whose the overrides and crews are; empty: the pack is no city's
 */
public record RulePack(
        boolean whole, String city, List<RuleItem> items, List<OverrideItem> overrides, List<CrewItem> crews) {
    public RulePack {
        items = List.copyOf(items);
        overrides = List.copyOf(overrides);
        crews = List.copyOf(crews);
    }

    /** @param blueprint id and version */
    public List<RuleRow> rules(String blueprint) {
        return items.stream().map(item -> item.row(blueprint)).toList();
    }

    /** @param blueprint id and version */
    public List<OverrideRow> overrideRows(String blueprint) {
        return overrides.stream().map(item -> item.row(blueprint)).toList();
    }

    public List<CrewRow> crewRows() {
        return crews.stream()
                .map(crew -> new CrewRow(city, crew.id(), crew.name(), crew.document()))
                .toList();
    }

    /** An item of a section. Immutable, as long as nobody writes into the document. */
    record RuleItem(RuleSection section, String id, JsonNode document, Written written) {
        RuleRow row(String blueprint) {
            return new RuleRow(section, id, blueprint, written.file(), written.line(), document);
        }
    }

    /** An override; the parts of its place as {@link OverrideRow} has them. Immutable. */
    record OverrideItem(
            RuleSection section,
            String id,
            String city,
            String district,
            String reference,
            JsonNode change,
            Written written) {
        OverrideRow row(String blueprint) {
            return new OverrideRow(
                    section, id, city, district, reference, blueprint, written.file(), written.line(), change);
        }
    }

    /** A crew of the pack's city. Immutable. */
    record CrewItem(String id, Names name, JsonNode document, Written written) {}
}
