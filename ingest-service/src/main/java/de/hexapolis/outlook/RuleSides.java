package de.hexapolis.outlook;

import de.hexapolis.rules.ForecastHeld;
import de.hexapolis.rules.Outlook;
import de.hexapolis.rules.ResolvedRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** On which side of a rule a forecast is: below where it ends, between, or from where it opens. Stateless. */
final class RuleSides {
    /** No forecast is on the side of an improbable one. */
    private static final int LOW = 0;

    private RuleSides() {}

    /** Whether a rule about forecasts could say something else now. */
    static boolean cross(List<ResolvedRule> rules, Optional<Outlook> before, Outlook now) {
        return rules.stream()
                .map(ResolvedRule::when)
                .filter(ForecastHeld.class::isInstance)
                .map(ForecastHeld.class::cast)
                .filter(held -> held.of().equals(now.kind()))
                .anyMatch(held -> before.map(outlook -> side(held, outlook)).orElse(LOW) != side(held, now));
    }

    private static int side(ForecastHeld held, Outlook outlook) {
        double probability = held.within()
                .map(within -> by(outlook.madeAt().plus(within), outlook))
                .orElse(outlook.byRound().orElse(0.0));
        return probability >= held.probabilityAtLeast() ? 2 : probability >= held.endsBelow() ? 1 : LOW;
    }

    /** Even between the three times that are known. */
    private static double by(Instant instant, Outlook outlook) {
        Instant p10 = outlook.p10().orElse(Instant.MAX);
        Instant p50 = outlook.p50().orElse(Instant.MAX);
        Instant p90 = outlook.p90().orElse(Instant.MAX);
        if (!instant.isBefore(p90)) {
            return 0.9;
        }
        if (!instant.isBefore(p50)) {
            return 0.5 + 0.4 * share(p50, instant, p90);
        }
        return instant.isBefore(p10) ? 0 : 0.1 + 0.4 * share(p10, instant, p50);
    }

    private static double share(Instant from, Instant instant, Instant until) {
        return until.equals(Instant.MAX)
                ? 0
                : (double) (instant.getEpochSecond() - from.getEpochSecond())
                        / Math.max(1, until.getEpochSecond() - from.getEpochSecond());
    }
}
