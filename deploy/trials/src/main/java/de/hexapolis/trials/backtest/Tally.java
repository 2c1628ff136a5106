package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Scores;
import de.hexapolis.forecast.TimeToFull;
import java.time.Instant;
import java.util.Optional;

/** What a method's predictions were worth so far. One thread. */
final class Tally {
    private int count;
    private double brier;
    private double low;
    private double middle;
    private double high;
    private int within;
    private int timed;
    private int timedWithin;

    void add(Prediction said, Bin bin, Origin came) {
        count++;
        brier += Scores.brier(said.fullByRound(), came.levelAtRound() >= bin.limit());
        low += Scores.pinball(0.1, said.q10(), came.levelAtRound());
        middle += Scores.pinball(0.5, said.q50(), came.levelAtRound());
        high += Scores.pinball(0.9, said.q90(), came.levelAtRound());
        within += said.q10() <= came.levelAtRound() && came.levelAtRound() <= said.q90() ? 1 : 0;
        said.timeToFull().ifPresent(time -> addTime(time, came.fullIfLeft()));
    }

    /** Only intervals that end within the horizon: whether they do is known when they are made. */
    private void addTime(TimeToFull said, Optional<Instant> came) {
        if (said.p10().isPresent() && said.p90().isPresent()) {
            timed++;
            timedWithin += came.filter(at -> !at.isBefore(said.p10().get())
                                    && !at.isAfter(said.p90().get()))
                            .isPresent()
                    ? 1
                    : 0;
        }
    }

    Score score() {
        double n = Math.max(1, count);
        return new Score(
                count,
                brier / n,
                (low + middle + high) / (3 * n),
                low / n,
                middle / n,
                high / n,
                100 * within / n,
                timed,
                timed == 0 ? Double.NaN : 100.0 * timedWithin / timed);
    }

    /**
     * @param brier of being full by the next round
     * @param pinball of the level at the next round, in points: the mean of those of the quantiles 10, 50 and 90 %
     * @param covered percent of levels within the 80 % interval
     * @param timed intervals of time-to-full that end within a fortnight
     * @param timeCovered percent of true times within the 80 % interval; NaN: none known
     */
    record Score(
            int count,
            double brier,
            double pinball,
            double pinball10,
            double pinball50,
            double pinball90,
            double covered,
            int timed,
            double timeCovered) {}
}
