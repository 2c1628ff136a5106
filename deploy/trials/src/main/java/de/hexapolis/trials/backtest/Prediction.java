package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.TimeToFull;
import java.util.Optional;

/** What one method says at one origin: probability of being full by the round, the level then, and when full if left. */
record Prediction(double fullByRound, double q10, double q50, double q90, Optional<TimeToFull> timeToFull) {
    /** A level without a spread. */
    static Prediction point(double fullByRound, double level) {
        double shown = Math.max(0, Math.min(100, level));
        return new Prediction(fullByRound, shown, shown, shown, Optional.empty());
    }
}
