package de.hexapolis.judge;

import de.hexapolis.rules.Guards;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Sensed;
import de.hexapolis.rules.Verdict;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of an asset tell, one after the other, so that a rule comes after those that go before it; the bands
 * within which none of them tells anything else; and when one may without any reading. Pure; one thread, used once.
 */
final class Findings {
    private final Sensed sensed;
    private final StandingEpisodes standing;
    private final Map<String, Finding> findings = new HashMap<>();
    private final List<Finding> inOrder = new ArrayList<>();
    private final Map<Integer, Quiet> quiet = new HashMap<>();
    private Instant nextAt = Instant.MAX;

    Findings(Sensed sensed, StandingEpisodes standing) {
        this.sensed = sensed;
        this.standing = standing;
    }

    /** @param rules each after those that it gives way to */
    void hear(List<ResolvedRule> rules) {
        for (ResolvedRule rule : rules) {
            Finding finding = hear(rule);
            findings.put(rule.id(), finding);
            inOrder.add(finding);
        }
    }

    /** Takes a verdict of something that is no rule. */
    void narrow(Map<Integer, Quiet> bands, Instant next) {
        bands.forEach((series, band) -> quiet.merge(series, band, Quiet::and));
        nextAt = next.isBefore(nextAt) ? next : nextAt;
    }

    private Finding hear(ResolvedRule rule) {
        Guards guards = rule.guards();
        SeasonSpan season = guards.season()
                .map(one -> SeasonSpan.of(one, sensed.asset().zone(), sensed.now()))
                .orElse(SeasonSpan.ALWAYS);
        narrow(Map.of(), season.until());
        if (!season.isOn()) {
            return Finding.silenced(rule, "season");
        }
        if (guards.unlessMeasured().filter(this::isMeasured).isPresent()) {
            return Finding.silenced(rule, "measured");
        }
        if (guards.unlessForecast().filter(this::isForecast).isPresent()) {
            return Finding.silenced(rule, "forecast");
        }
        Verdict verdict = rule.when().judge(sensed, standing.stored(rule.id(), rule.when(), sensed.from()));
        narrow(verdict.quiet(), verdict.nextAt());
        List<Told> told = verdict.episodes().stream()
                .flatMap(episode -> Told.whole(episode).from(season.since()).stream())
                .toList();
        for (String stronger : guards.unlessOpen()) {
            told = without(stronger, told);
        }
        return new Finding(rule, told, season.since(), told.isEmpty() ? explanation(rule) : Optional.empty());
    }

    /** Why a silence that stood is none of the asset's own any more. */
    private Optional<String> explanation(ResolvedRule rule) {
        return rule.correlate().isEmpty()
                ? Optional.empty()
                : sensed.causes().any().map("explained_by "::concat);
    }

    private boolean isMeasured(Quantity quantity) {
        return sensed.courses().stream()
                .anyMatch(course ->
                        course.of().quantity() == quantity && !course.points().isEmpty());
    }

    private boolean isForecast(String kind) {
        return kind.equals("full") ? sensed.full().isPresent() : !sensed.dry().isEmpty();
    }

    private List<Told> without(String stronger, List<Told> told) {
        List<Told> left = told;
        Finding finding = findings.get(stronger);
        if (finding != null) {
            for (Told one : finding.told()) {
                left = left.stream()
                        .flatMap(piece -> piece.without(stronger, one.episode()).stream())
                        .toList();
            }
        }
        return left;
    }

    List<Finding> inOrder() {
        return List.copyOf(inOrder);
    }

    Quiet bandOf(int series) {
        return quiet.getOrDefault(series, Quiet.ALWAYS);
    }

    Instant nextAt() {
        return nextAt;
    }
}
