package de.hexapolis.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a condition says of an asset. Immutable.
 *
 * @param episodes by time, not overlapping; the last may still last
 * @param quiet by series; a series that is left out is quiet for all that this condition cares
 * @param nextAt when it may change though nothing comes; {@link Instant#MAX}: never
 */
public record Verdict(List<Episode> episodes, Map<Integer, Quiet> quiet, Instant nextAt) {
    public Verdict {
        episodes = List.copyOf(episodes);
        quiet = Map.copyOf(quiet);
    }

    /** Nothing to tell until an instant. */
    static Verdict silentUntil(Instant nextAt) {
        return new Verdict(List.of(), Map.of(), nextAt);
    }

    /** To be asked again at an instant, if not before. */
    Verdict notLaterThan(Instant instant) {
        return new Verdict(episodes, quiet, nextAt.isAfter(instant) ? instant : nextAt);
    }
}
