package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.Site;
import java.util.Optional;

/**
 * How waste gathers in one bin: by hour of the day, weekday and place, until the round or a visit comes. Immutable.
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
    private static final int LONGEST_FORESIGHT_DAYS = 31;

    private final Dice bin;
    private final Dice hours;
    private final Site site;
    private final Visits visits;
    private final double percentPerDay;
    private final double[] byWeekday;
    private final Rounds rounds;

    Filling(Dice bin, Site site, Visits visits) {
        this.bin = bin;
        this.hours = bin.with("hour");
        this.site = site;
        this.visits = visits;
        this.percentPerDay = 7 + 24 * Math.pow(bin.with("rate").uniform(), 1.6);
        this.byWeekday = bin.with("place").chance(0.7) ? DOWNTOWN : PARK;
        double daysToHalfFull = 55 / percentPerDay;
        int everyDays = Math.max(1, Math.min(7, (int) daysToHalfFull));
        this.rounds = new Rounds(everyDays, bin.with("round").below(7));
    }

    /** The fill level in percent; above 100 it overflows. */
    double percent(LocalHour now) {
        for (long day = now.day(); day > now.day() - LONGEST_SEARCH_DAYS; day--) {
            double emptied = emptiedAtHour(day, day < now.day() ? 24 : now.hour());
            if (emptied >= 0) {
                return rest(day) + gathered(day, emptied, now);
            }
        }
        return 100;
    }

    /** When it would be that full if nobody emptied it from now on; empty: not within {@link #LONGEST_FORESIGHT_DAYS}. */
    Optional<LocalHour> reaches(double percent, LocalHour from) {
        double left = percent - percent(from);
        if (left <= 0) {
            return Optional.of(from);
        }
        for (int hour = (int) from.hour(); hour < 24 * LONGEST_FORESIGHT_DAYS; hour++) {
            double start = Math.max(hour, from.hour());
            double share = hour + 1 - start;
            double more = share * inHour(from.day() + hour / 24, hour % 24);
            if (more >= left) {
                double then = start + share * left / more;
                long days = Math.min(hour / 24, (long) (then / 24));
                return Optional.of(new LocalHour(from.day() + days, then - 24.0 * days));
            }
            left -= more;
        }
        return Optional.empty();
    }

    /** When the round is due, strictly later than that; whether it then comes or not. */
    LocalHour nextRound(LocalHour after) {
        long day = after.day();
        while (true) {
            LocalHour due = new LocalHour(day, roundAtHour(day));
            if (rounds.dueOn(day) && due.isAfter(after)) {
                return due;
            }
            day++;
        }
    }

    /** Whether somebody shook the bin within the last half hour. */
    boolean beingEmptied(LocalHour now) {
        double emptied = emptiedAtHour(now.day(), now.hour());
        return emptied >= 0 && now.hour() < emptied + 0.5;
    }

    /** The local hour, no later than that, at which the bin was emptied last that day; −1 if it was not. */
    private double emptiedAtHour(long day, double noLaterThan) {
        double last = -1;
        if (visits.roundsGo(day)
                && rounds.dueOn(day)
                && !bin.with("visit").with(day).chance(0.04)
                && roundAtHour(day) <= noLaterThan) {
            last = roundAtHour(day);
        }
        for (LocalHour visit : visits.on(site, day)) {
            if (visit.hour() <= noLaterThan) {
                last = Math.max(last, visit.hour());
            }
        }
        return last;
    }

    private double roundAtHour(long day) {
        return 6
                + bin.with("stop").between(0, 5)
                + bin.with("visit").with(day).with("traffic").between(0, 0.7);
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
        double chance = 0.25 + 1.5 * hours.with(day * 24 + hour).uniform();
        return percentPerDay * byWeekday[LocalHour.weekday(day)] * BY_HOUR[hour] * chance;
    }

    /** What the crew leaves in the bin. */
    private double rest(long day) {
        return 3 * bin.with("rest").with(day).uniform();
    }
}
