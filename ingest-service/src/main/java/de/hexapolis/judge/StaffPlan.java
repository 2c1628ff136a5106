package de.hexapolis.judge;

import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Escalation;
import de.hexapolis.rules.OrderPlan;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;

/** Sources and gateways lie in no district and are no crew's: each is an order of its own for the city's staff. Immutable. */
record StaffPlan(OrderPlan plan) implements OrderPlan {
    @Override
    public Optional<CrewKey> crewFor(CityId city, Optional<String> district, Work work) {
        return Optional.empty();
    }

    @Override
    public Optional<Bundling> bundlingOf(ResolvedRule rule) {
        return Optional.empty();
    }

    @Override
    public Optional<Escalation> escalationOf(ResolvedRule rule) {
        return plan.escalationOf(rule);
    }

    @Override
    public Optional<Instant> due(ResolvedRule rule, Severity severity, Instant from) {
        return plan.due(rule, severity, from);
    }
}
