package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How orders are made and followed, from documents that were checked when they were loaded. Stateless. */
final class PlanReader {
    private PlanReader() {}

    static Bundling bundling(RuleRow row) {
        JsonNode document = row.document();
        JsonNode seal = document.path("seal");
        return new Bundling(
                row.id(),
                document.path("at_most").asInt(),
                Duration.parse(seal.path("at_latest").asText()),
                seal.has("before"),
                document.has("title") ? Optional.of(RuleReader.names(document.path("title"))) : Optional.empty());
    }

    static Escalation escalation(RuleRow row) {
        List<Escalation.Step> steps = new ArrayList<>();
        for (JsonNode step : row.document().path("steps")) {
            steps.add(new Escalation.Step(
                    Duration.parse(step.path("after").asText()),
                    step.path("unless").asText().equals("done"),
                    step.path("tell").asText().equals("staff"),
                    RuleReader.text(step, "raise_to").map(RuleReader::severity)));
        }
        return new Escalation(row.id(), steps);
    }
}
