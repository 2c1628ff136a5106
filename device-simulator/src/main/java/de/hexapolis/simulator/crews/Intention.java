package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.crews.Act.Kind;
import de.hexapolis.simulator.crews.Shares.Outcome;
import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a crew will do about one item: pure, so that a program that was started anew goes on with the same. Immutable.
 *
 * @param dice of the item
 * @param since when the item came, or came again
 */
record Intention(WorkItem item, Outcome outcome, Dice dice, WorkingHours hours, Instant since) {
    private static final int TIMES_TOLD_LATE = 3;
    private static final Duration BETWEEN_TELLINGS = Duration.ofMinutes(1);

    static Intention of(WorkItem item, Shares shares, Dice world, WorkingHours hours, Instant since) {
        Dice dice = world.with("crew").with(item.alert()).with(item.reopened());
        return new Intention(item, shares.draw(dice.with("outcome")), dice, hours, since);
    }

    /** In the order of their times. */
    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        if (outcome == Outcome.NOT_DONE && !dice.with("not possible").chance(1.0 / 3)) {
            return acts;
        }
        Instant acknowledged = hours.atWork(since.plus(minutes("acknowledge", 10, 40)));
        Instant started = hours.atWork(acknowledged.plus(minutes("start", 5, 60)));
        Instant visited = started.plus(minutes("visit", 2, 12));
        Instant done = visited.plus(minutes("done", 1, 3));
        acts.add(now(Kind.ACKNOWLEDGE, acknowledged));
        acts.add(now(Kind.START, started));
        switch (outcome) {
            case DONE -> {
                acts.add(now(Kind.VISIT, visited));
                acts.add(now(Kind.DONE, done));
            }
            case LATE -> {
                acts.add(now(Kind.VISIT, visited));
                Instant told = done.plus(minutes("late", 120, 540));
                for (int time = 0; time < TIMES_TOLD_LATE; time++) {
                    acts.add(new Act(item, Kind.DONE, told.plus(BETWEEN_TELLINGS.multipliedBy(time)), done));
                }
            }
            case WRONG -> {
                if (dice.with("neighbour").chance(0.5)) {
                    acts.add(now(Kind.VISIT_NEIGHBOUR, visited));
                }
                acts.add(now(Kind.DONE, done));
            }
            case NOT_DONE -> acts.add(now(Kind.NOT_POSSIBLE, visited));
        }
        return acts;
    }

    private Act now(Kind kind, Instant at) {
        return new Act(item, kind, at, at);
    }

    private Duration minutes(String what, double least, double most) {
        return Duration.ofSeconds(Math.round(60 * dice.with(what).between(least, most)));
    }
}
