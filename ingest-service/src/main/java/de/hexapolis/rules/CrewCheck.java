package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.RulePack.CrewItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Whether crews make sense. Stateless. */
final class CrewCheck {
    /** Whom everything goes to that no crew takes; each city has it by itself. */
    private static final String STAFF = "staff";

    private CrewCheck() {}

    static void check(List<CrewItem> crews, Surroundings known, References references, Consumer<RuleFault> faults) {
        Set<String> ids = new HashSet<>();
        for (CrewItem crew : crews) {
            Tell tell = (field, reason) -> faults.accept(crew.written().fault(field, reason));
            JsonNode document = crew.document();
            if (crew.id().equals(STAFF)) {
                tell.at("id", "each city has its staff by itself");
            } else if (!ids.add(crew.id())) {
                tell.at("id", "this crew is there twice");
            }
            int index = 0;
            for (String district : RuleReader.texts(document.path("districts"))) {
                if (!known.districts().contains(district)) {
                    tell.at(
                            "districts[%d]".formatted(index),
                            "is no district of this city" + Similar.hint(district, known.districts()));
                }
                index++;
            }
            for (int i = 0; i < document.path("shifts").size(); i++) {
                ItemCheck.hours(document.path("shifts").path(i), tell.below("shifts[%d]".formatted(i)));
            }
            references.one(document, "quiet_hours", RuleSection.CALENDAR, "calendar", tell);
        }
    }
}
