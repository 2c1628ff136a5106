package de.hexapolis.rules;

import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;

/** How alerts become a crew's work. */
public interface OrderPlan {
    /** The first crew that does such work there; empty: nobody but the city's staff. */
    Optional<CrewKey> crewFor(CityId city, Optional<String> district, Work work);

    Optional<Bundling> bundlingOf(ResolvedRule rule);

    Optional<Escalation> escalationOf(ResolvedRule rule);

    /** By when the work is to be done; empty: the rule does not say. */
    Optional<Instant> due(ResolvedRule rule, Severity severity, Instant from);
}
