package de.hexapolis.judge;

import de.hexapolis.orders.AlertChange;
import de.hexapolis.orders.NewAlert;
import de.hexapolis.plausibility.Past;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of one asset: a pure function of what was read and the rules in force, so judging twice, or in another
 * replica, or after readings came in another order, finds the same. Immutable.
 *
 * @param bands by series, where they are others than now
 * @param nextAt when to look again though nothing comes; {@link Instant#MAX}: never
 */
record Judgement(
        Seen seen,
        List<FlagChanges> flags,
        OccurrenceChanges occurrences,
        List<NewAlert> opened,
        List<AlertChange> changed,
        Map<Integer, Quiet> bands,
        Instant nextAt) {
    Judgement {
        flags = List.copyOf(flags);
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        bands = Map.copyOf(bands);
    }

    static Judgement of(Seen seen, StandingEpisodes standing, RuleBook book, Past past, TellRain rain) {
        Believed believed = Believed.of(seen, book, past, rain);
        Sensed sensed = believed.sensed();
        Findings findings = new Findings(sensed, standing);
        believed.narrow(findings);
        findings.hear(book.rulesFor(sensed.asset()));
        MatchEpisodes match = new MatchEpisodes(sensed, standing);
        match.match(findings.inOrder());
        Map<Integer, Quiet> bands = new HashMap<>();
        for (SeriesRow series : seen.series()) {
            Quiet band = findings.bandOf(series.id());
            if (!band.equals(series.band())) {
                bands.put(series.id(), band);
            }
        }
        return new Judgement(
                seen,
                believed.flags(),
                believed.occurrences(),
                match.opened(),
                match.changed(),
                bands,
                findings.nextAt());
    }
}
