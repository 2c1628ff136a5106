package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.RulePack.OverrideItem;
import de.hexapolis.rules.RulePack.RuleItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the rules make sense as they will hold once a pack is loaded: its own, and those of other packs that are loaded
 * already and may rest on them. One thread, used once.
 */
public final class RuleCheck {
    private final RulePack pack;
    private final Surroundings known;
    private final List<RuleItem> all = new ArrayList<>();
    private final List<OverrideItem> otherOverrides;
    private final Map<List<String>, String> owners = new HashMap<>();
    private final List<RuleFault> faults = new ArrayList<>();

    /**
     * @param others rules of other packs
     * @param otherOverrides of other packs
     */
    public RuleCheck(RulePack pack, List<RuleRow> others, List<OverrideRow> otherOverrides, Surroundings known) {
        this.pack = pack;
        this.known = known;
        this.otherOverrides =
                otherOverrides.stream().map(RuleCheck::writtenBefore).toList();
        for (RuleRow row : others) {
            owners.put(List.of(row.section().wireName(), row.id()), row.blueprint());
            all.add(writtenBefore(row));
        }
    }

    /** None of a pack that could not be read as a whole: what is missing would look like a fault of what names it. */
    public List<RuleFault> faults() {
        if (!pack.whole()) {
            return List.of();
        }
        ItemCheck check = new ItemCheck(known);
        for (RuleItem item : pack.items()) {
            unique(item);
            check.check(item.section(), item.document(), tell(item));
            all.add(item);
        }
        causes();
        References references = new References(all);
        all.forEach(item -> references.check(item.section(), item.document(), tell(item)));
        OverrideCheck overrides = new OverrideCheck(all, check, references, faults::add);
        otherOverrides.forEach(override -> overrides.check(override, Optional.empty()));
        pack.overrides().forEach(override -> overrides.check(override, Optional.of(known)));
        CrewCheck.check(pack.crews(), known, references, faults::add);
        return List.copyOf(faults);
    }

    private void unique(RuleItem item) {
        String field = item.section() == RuleSection.OCCURRENCE ? "kind" : "id";
        String owner = owners.putIfAbsent(List.of(item.section().wireName(), item.id()), "");
        if (owner != null) {
            tell(item)
                    .at(
                            field,
                            owner.isEmpty()
                                    ? "the %s '%s' is there twice"
                                            .formatted(item.section().wireName(), item.id())
                                    : "belongs to blueprint '%s'".formatted(owner));
        } else if (!item.id().matches("[a-z0-9][a-z0-9-]{0,62}")) {
            tell(item).at(field, "makes '%s', which is no id; say one".formatted(item.id()));
        }
    }

    /** What is told of a common cause has an id like a rule's. */
    private void causes() {
        for (RuleItem item : pack.items()) {
            int index = 0;
            for (JsonNode cause : item.document().path("correlate")) {
                String id = cause.path("id").asText();
                if (owners.putIfAbsent(List.of(RuleSection.RULE.wireName(), id), "") != null) {
                    tell(item).at("correlate[%d].id".formatted(index), "a rule is called so already");
                }
                index++;
            }
        }
    }

    private Tell tell(RuleItem item) {
        return (field, reason) -> faults.add(item.written().fault(field, reason));
    }

    private static RuleItem writtenBefore(RuleRow row) {
        String place = "%s '%s'".formatted(row.section().wireName(), row.id());
        return new RuleItem(
                row.section(),
                row.id(),
                row.document(),
                Written.before("rules of " + row.blueprint(), row.file(), row.line(), place));
    }

    private static OverrideItem writtenBefore(OverrideRow row) {
        return new OverrideItem(
                row.section(),
                row.id(),
                row.city(),
                row.district(),
                row.reference(),
                row.change(),
                Written.before("overrides of " + row.city(), row.file(), row.line(), "override"));
    }
}
