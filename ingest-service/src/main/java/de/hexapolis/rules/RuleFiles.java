package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.profile.NulCharacter;
import de.hexapolis.profile.ProfileException;
import de.hexapolis.profile.YamlDocument;
import de.hexapolis.rules.RulePack.CrewItem;
import de.hexapolis.rules.RulePack.OverrideItem;
import de.hexapolis.rules.RulePack.RuleItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rules and crews of a pack, file by file, and collects their faults; whether what they say makes sense is judged
 * by {@link RuleCheck}. One thread.
 */
public final class RuleFiles {
    /** The file of a pack in which its city's crews are. */
    public static final String CREWS = "crews.yaml";

    private static final String OVERRIDES = "overrides";

    private final String city;
    private final List<RuleItem> items = new ArrayList<>();
    private final List<OverrideItem> overrides = new ArrayList<>();
    private final List<CrewItem> crews = new ArrayList<>();
    private final List<RuleFault> faults = new ArrayList<>();

    /** @param city the pack's, if it is a city's */
    public RuleFiles(Optional<String> city) {
        this.city = city.orElse("");
    }

    public void add(String file, String text) {
        try {
            YamlDocument document = YamlDocument.parse(text, file);
            if (isWhole(document, file)) {
                read(document, file);
            }
        } catch (ProfileException malformed) {
            malformed
                    .problems()
                    .forEach(problem -> faults.add(
                            new RuleFault(problem.file(), problem.line(), problem.field(), "", problem.reason())));
        }
    }

    private boolean isWhole(YamlDocument document, String file) {
        Written whole = Written.in(document, file, "");
        int before = faults.size();
        RulesSchema.check(document.root()).forEach(fault -> faults.add(whole.fault(fault.place(), fault.reason())));
        NulCharacter.place(document.root()).ifPresent(place -> faults.add(whole.fault(place, NulCharacter.REASON)));
        for (String field : RuleReader.fields(document.root())) {
            if (field.equals("crews") != file.equals(CREWS)) {
                faults.add(whole.fault(
                        field, field.equals("crews") ? "belongs into " + CREWS : "belongs into rules/*.yaml"));
            } else if (city.isEmpty() && (field.equals("crews") || field.equals(OVERRIDES))) {
                faults.add(whole.fault(field, "belongs to a city, but blueprint.yaml names none"));
            } else if (!city.isEmpty() && !field.equals("crews") && !field.equals(OVERRIDES)) {
                faults.add(whole.fault(
                        field,
                        "a city's pack has overrides; a rule of its own belongs into a pack without a city, with"
                                + " only: {cities: [%s]}".formatted(city)));
            }
        }
        return faults.size() == before;
    }

    private void read(YamlDocument document, String file) {
        for (RuleSection section : RuleSection.values()) {
            int index = 0;
            for (JsonNode item : document.root().path(section.field())) {
                Written written = Written.in(document, file, "%s[%d]".formatted(section.field(), index++));
                items.add(new RuleItem(section, section.idOf(item), item, written));
            }
        }
        int index = 0;
        for (JsonNode item : document.root().path(OVERRIDES)) {
            readOverride(item, Written.in(document, file, "%s[%d]".formatted(OVERRIDES, index++)));
        }
        index = 0;
        for (JsonNode item : document.root().path("crews")) {
            readCrew(item, index, Written.in(document, file, "crews[%d]".formatted(index)));
            index++;
        }
    }

    private void readOverride(JsonNode item, Written written) {
        List<RuleSection> named = OverrideTarget.of(item);
        if (named.size() != 1) {
            faults.add(written.fault("", "must name just one of rule, occurrence, round and plausibility"));
        } else if (item.has("district") && item.has("asset")) {
            faults.add(written.fault("asset", "is for a district or for an asset, not for both"));
        } else if (!item.path("city").asText(city).equals(city)) {
            faults.add(written.fault("city", "is not the city of this pack, which is '%s'".formatted(city)));
        } else {
            overrides.add(new OverrideItem(
                    named.get(0),
                    item.path(named.get(0).wireName()).asText(),
                    city,
                    item.path("district").asText(""),
                    item.path("asset").asText(""),
                    item.path("change"),
                    written));
        }
    }

    private void readCrew(JsonNode item, int place, Written written) {
        ObjectNode document = item.deepCopy();
        document.remove(List.of("id", "name"));
        document.put("place", place);
        crews.add(new CrewItem(item.path("id").asText(), RuleReader.names(item.path("name")), document, written));
    }

    /** What could be read. */
    public RulePack pack() {
        return new RulePack(faults.isEmpty(), city, items, overrides, crews);
    }

    public List<RuleFault> faults() {
        return List.copyOf(faults);
    }
}
