package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.RulePack.OverrideItem;
import de.hexapolis.rules.RulePack.RuleItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whether what overrides change is there, and makes sense when it is changed. One thread, used once. */
final class OverrideCheck {
    private final ItemCheck items;
    private final References references;
    private final Consumer<RuleFault> faults;
    private final Map<List<String>, RuleItem> targets = new HashMap<>();
    private final Set<List<String>> places = new HashSet<>();

    OverrideCheck(Collection<RuleItem> all, ItemCheck items, References references, Consumer<RuleFault> faults) {
        this.items = items;
        this.references = references;
        this.faults = faults;
        all.forEach(item -> targets.put(List.of(item.section().wireName(), item.id()), item));
    }

    /** @param known where the pack's own districts and assets are; empty for an override that was loaded before */
    void check(OverrideItem override, Optional<Surroundings> known) {
        String section = override.section().wireName();
        known.ifPresent(surroundings -> place(override, surroundings));
        if (!places.add(List.of(section, override.id(), override.city(), override.district(), override.reference()))) {
            refuse(override, section, "is overridden here twice");
        }
        RuleItem target = targets.get(List.of(section, override.id()));
        if (target == null) {
            String hint = Similar.hint(override.id(), references.ids(override.section()));
            refuse(override, section, "there is no such %s%s".formatted(section, hint));
        } else if (!override.change().isNull()) {
            merged(override, target);
        }
    }

    private void place(OverrideItem override, Surroundings known) {
        String district = override.district();
        String reference = override.reference();
        if (!district.isEmpty() && !known.districts().contains(district)) {
            refuse(override, "district", "is no district of this city" + Similar.hint(district, known.districts()));
        }
        if (!reference.isEmpty() && !known.assets().contains(reference)) {
            refuse(override, "asset", "is no asset of this city");
        }
    }

    private void merged(OverrideItem override, RuleItem target) {
        JsonNode change = override.change();
        for (String field : List.of("id", "kind", "kinds")) {
            if (change.has(field)) {
                refuse(override, "change." + field, "stays as it is: an override says how, not what for");
                return;
            }
        }
        JsonNode document = MergePatch.apply(target.document(), change);
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.putArray(override.section().field()).add(document);
        String place = override.section().field() + "[0]";
        List<RulesSchema.Fault> grammar = RulesSchema.check(file);
        Tell tell = (field, reason) -> refuse(override, nearest(change, field), reason);
        grammar.forEach(fault -> tell.at(fault.place().replace(place + ".", "").replace(place, ""), fault.reason()));
        if (grammar.isEmpty()) {
            items.check(override.section(), document, tell);
            references.check(override.section(), document, tell);
        }
    }

    /** The field where the change says it, else that which it lies in: what is wrong may be the base's. */
    private static String nearest(JsonNode change, String field) {
        String known = field;
        while (!known.isEmpty() && at(change, known).isMissingNode()) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return known.isEmpty() ? "change" : "change." + known;
    }

    private static JsonNode at(JsonNode node, String field) {
        return node.at("/" + field.replace("[", ".").replace("]", "").replace('.', '/'));
    }

    private void refuse(OverrideItem override, String field, String reason) {
        faults.accept(override.written().fault(field, reason));
    }
}
