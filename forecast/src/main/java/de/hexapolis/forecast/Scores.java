package de.hexapolis.forecast;

/** What a forecast was worth, once it is known what came. The smaller the better. */
public final class Scores {
    private Scores() {}

    /** The square of how far a probability lay from what came (Brier 1950). */
    public static double brier(double probability, boolean came) {
        double miss = probability - (came ? 1 : 0);
        return miss * miss;
    }

    /** The pinball loss of a quantile (Koenker and Bassett 1978), in the unit of the values. */
    public static double pinball(double quantile, double forecast, double came) {
        double over = came - forecast;
        return over >= 0 ? quantile * over : (quantile - 1) * over;
    }
}
