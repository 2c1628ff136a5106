package de.hexapolis.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens to an alert that nobody takes up. Immutable. */
public record Escalation(String id, List<Step> steps) {
    public Escalation {
        steps = List.copyOf(steps);
    }

    /**
     * @param after the alert was opened, or reopened
     * @param unlessDone whether the step is left out only once the alert is done; else once it is acknowledged
     * @param tellStaff whether the city's staff hear of it, else the crew again
     */
    public record Step(Duration after, boolean unlessDone, boolean tellStaff, Optional<Severity> raiseTo) {}
}
