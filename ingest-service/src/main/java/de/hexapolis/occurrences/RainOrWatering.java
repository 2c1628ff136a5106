package de.hexapolis.occurrences;

import de.hexapolis.rules.WettingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Whether a tree's wetting was rain: then many trees of the city wet at about the same time. */
public final class RainOrWatering {
    public static final String RAIN = "rain";
    public static final String WATERING = "watering";

    private RainOrWatering() {}

    /**
     * The kind of a wetting.
     *
     * @param others when other trees of the city wet, each tree once
     * @param measured how many trees of the city could have told a wetting, this one too
     */
    public static String kind(WettingRule.Rain rain, Instant at, Collection<Instant> others, int measured) {
        long wet = 1 + others.stream().filter(other -> isNear(rain, at, other)).count();
        return kind(rain, Math.toIntExact(wet), measured);
    }

    /**
     * The kind of a wetting.
     *
     * @param wet how many trees of the city wet at about that time, this one too
     * @param measured how many trees of the city could have told a wetting, this one too
     */
    public static String kind(WettingRule.Rain rain, int wet, int measured) {
        return wet >= rain.atLeast() && wet >= rain.share() * measured ? RAIN : WATERING;
    }

    /** Whether two wettings may be one rain; then what becomes of one is to be told of the other anew. */
    public static boolean isNear(WettingRule.Rain rain, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(rain.within()) <= 0;
    }
}
