package de.hexapolis.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bin's levels from one emptying to the next.
 *
 * <p>Of a sensor that reports several times a day a reading that is far from the median of three is replaced by it, so that
 * a single echo is nothing. Only where the newest reading has fallen from high to low a new cycle is taken for granted, until the next reading
 * says otherwise. A sensor that reports seldom is taken at its word.
 */
public final class Cycles {
    /** Points that a level falls by when a bin is emptied, at least. Settling waste and noise are less. */
    static final double FALL = 10;

    private static final double FALL_TO_EMPTY = 25;
    private static final double EMPTY = 20;
    /** Points between a reading and the median round it, from which on it is not believed. */
    private static final double ECHO = 5;

    private static final Duration SELDOM = Duration.ofHours(6);

    private Cycles() {}

    /**
     * @param levels believed ones, by rising time
     * @return none empty, by time; the last is under way
     */
    public static List<List<Level>> of(List<Level> levels) {
        List<Level> smooth = smoothed(levels);
        List<List<Level>> cycles = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < smooth.size(); i++) {
            if (smooth.get(i).value() <= smooth.get(i - 1).value() - FALL) {
                cycles.add(smooth.subList(start, i));
                start = i;
            }
        }
        if (start < smooth.size()) {
            cycles.add(smooth.subList(start, smooth.size()));
        }
        if (seemsEmptied(smooth, levels)) {
            cycles.set(cycles.size() - 1, smooth.subList(start, smooth.size() - 1));
            cycles.add(levels.subList(levels.size() - 1, levels.size()));
        }
        return cycles.stream()
                .filter(cycle -> !cycle.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    /** A newest reading that fell so far is an emptying more often than an echo; the next one will tell. */
    private static boolean seemsEmptied(List<Level> smooth, List<Level> levels) {
        if (levels.isEmpty()) {
            return false;
        }
        double last = levels.get(levels.size() - 1).value();
        return last <= EMPTY && smooth.get(smooth.size() - 1).value() - last >= FALL_TO_EMPTY;
    }

    private static List<Level> smoothed(List<Level> levels) {
        if (levels.size() < 3 || seldom(levels)) {
            return levels;
        }
        return IntStream.range(0, levels.size())
                .mapToObj(i -> {
                    Level level = levels.get(i);
                    int middle = Math.max(1, Math.min(levels.size() - 2, i));
                    double around = medianOf(
                            levels.get(middle - 1).value(),
                            levels.get(middle).value(),
                            levels.get(middle + 1).value());
                    return Math.abs(level.value() - around) <= ECHO ? level : new Level(level.at(), around);
                })
                .toList();
    }

    private static double medianOf(double one, double other, double third) {
        return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third));
    }

    /** Whether each reading has to be taken at its word, since the next one comes much later: every six hours or less. */
    static boolean seldom(List<Level> levels) {
        if (levels.size() < 2) {
            return true;
        }
        Duration span = Duration.between(
                levels.get(0).at(), levels.get(levels.size() - 1).at());
        return span.dividedBy(levels.size() - 1L).compareTo(SELDOM) >= 0;
    }

    /**
     * The finest step in which this sensor counts, at most 25: a level of 80 stands for all from 70 on if the next lower one
     * is 60. At least 1: readings are whole percents.
     */
    public static double stepOf(List<Level> levels) {
        double[] values =
                levels.stream().mapToDouble(Level::value).sorted().distinct().toArray();
        double step = IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] - values[i - 1])
                .min()
                .orElse(1);
        return Math.max(1, Math.min(25, step));
    }
}
