package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;

/**
 * How waste gathers in one bin: by hour of the day, weekday and place, until the round comes. Immutable.
 *
 * <p>Rates and rounds follow the 32 public bins of Wyndham City: emptied every one to four days, now and then when
 * nearly empty, some overflowing before the round comes.
 */
final class Filling {
    /** The share of a day's waste that comes in each hour; sums to 1. */
    private static final double[] BY_HOUR = {
        .008, .004, .003, .002, .003, .008, .02, .04, .05, .05, .055, .065,
        .08, .08, .07, .07, .07, .075, .07, .06, .05, .035, .02, .012
    };

    private static final double[] DOWNTOWN = {.9, .9, .95, 1.0, 1.2, 1.5, .6};
    private static final double[] PARK = {.7, .7, .75, .8, 1.1, 1.5, 1.6};
    private static final int LONGEST_SEARCH_DAYS = 21;

    private final Dice bin;
    private final double percentPerDay;
    private final double[] byWeekday;
    private final Rounds rounds;

    Filling(Dice bin) {
        this.bin = bin;
        this.percentPerDay = 7 + 24 * Math.pow(bin.with("rate").uniform(), 1.6);
        this.byWeekday = bin.with("place").chance(0.7) ? DOWNTOWN : PARK;
        double daysToHalfFull = 55 / percentPerDay;
        int everyDays = Math.max(1, Math.min(7, (int) daysToHalfFull));
        this.rounds = new Rounds(everyDays, bin.with("round").below(7));
    }

    /** The fill level in percent; above 100 it overflows. */
    double percent(LocalHour now) {
        for (long day = now.day(); day > now.day() - LONGEST_SEARCH_DAYS; day--) {
            double emptied = emptiedAtHour(day);
            if (emptied >= 0 && (day < now.day() || emptied <= now.hour())) {
                return rest(day) + gathered(day, emptied, now);
            }
        }
        return 100;
    }

    /** Whether the round shook the bin within the last half hour. */
    boolean beingEmptied(LocalHour now) {
        double emptied = emptiedAtHour(now.day());
        return emptied >= 0 && now.hour() >= emptied && now.hour() < emptied + 0.5;
    }

    /** The local hour at which the round emptied the bin that day; −1 if it did not. */
    private double emptiedAtHour(long day) {
        Dice dice = bin.with("visit").with(day);
        boolean comes = rounds.dueOn(day) && !dice.chance(0.04);
        return comes ? 6 + bin.with("stop").between(0, 5) + dice.with("traffic").between(0, 0.7) : -1;
    }

    private double gathered(long emptiedDay, double emptiedHour, LocalHour now) {
        double sum = 0;
        int last = (int) now.hoursSince(emptiedDay);
        for (int hour = (int) emptiedHour; hour <= last; hour++) {
            double share = Math.min(hour + 1, now.hoursSince(emptiedDay)) - Math.max(hour, emptiedHour);
            sum += share * inHour(emptiedDay + hour / 24, hour % 24);
        }
        return sum;
    }

    private double inHour(long day, int hour) {
        double chance = 0.25 + 1.5 * bin.with("hour").with(day * 24 + hour).uniform();
        return percentPerDay * byWeekday[LocalHour.weekday(day)] * BY_HOUR[hour] * chance;
    }

    /** What the crew leaves in the bin. */
    private double rest(long day) {
        return 3 * bin.with("rest").with(day).uniform();
    }
}
