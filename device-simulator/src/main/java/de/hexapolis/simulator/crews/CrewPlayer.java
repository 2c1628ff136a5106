package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.crews.OrderDesk.Heard;
import de.hexapolis.simulator.crews.Shares.Outcome;
import de.hexapolis.simulator.crews.Visit.Deed;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.Site;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * All crews of a world: looks every five minutes of their time what is open, decides once for each item, and acts when the time has
 * come. Owns one thread, which runs {@link #play}; what happens in the world goes to the log first and is told after.
 */
public final class CrewPlayer implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(5);
    /** However fast the clock runs. */
    private static final Duration LOOKS_AT_MOST_EVERY = Duration.ofMillis(500);

    private static final Duration TELLS_AGAIN_AFTER = Duration.ofMinutes(2);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final List<OrderDesk> desks;
    private final Shares shares;
    private final Dice dice;
    private final Town town;
    private final VisitLog visits;
    private final PlatformClock clock;
    private final Report report;
    private final Thread thread = new Thread(this::play, "crews");
    private final Set<WorkItem.Name> known = new HashSet<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Heard, Integer> heard = new EnumMap<>(Heard.class);

    /** An act, and at which desk it is told. */
    private record Due(Act act, OrderDesk desk) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return act.compareTo(other.act);
        }
    }

    /** Whom crews are played for, and where. */
    public record Stage(Dice world, Town town, VisitLog visits, PlatformClock clock) {}

    CrewPlayer(List<OrderDesk> desks, Shares shares, Stage stage, Report report) {
        this.desks = List.copyOf(desks);
        this.shares = shares;
        this.dice = stage.world;
        this.town = stage.town;
        this.visits = stage.visits;
        this.clock = stage.clock;
        this.report = report;
    }

    CrewPlayer start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LEAVE.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        report.tell("crews", facts());
    }

    private void play() {
        try {
            while (true) {
                look();
                Instant nextLook = clock.instant().plus(LOOKS_EVERY);
                long earliest = System.nanoTime() + LOOKS_AT_MOST_EVERY.toNanos();
                while (clock.instant().isBefore(nextLook) || System.nanoTime() < earliest) {
                    act();
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is open at each desk. */
    void look() throws InterruptedException {
        for (OrderDesk desk : desks) {
            for (WorkItem item : desk.open().orElse(List.of())) {
                if (known.add(item.name())) {
                    intend(item, desk);
                }
            }
        }
    }

    private void intend(WorkItem item, OrderDesk desk) {
        WorkingHours hours = item.isUrgent()
                ? WorkingHours.always(town.zone(item.city()))
                : WorkingHours.byDay(town.zone(item.city()));
        Instant since = item.reopened() == 0 ? item.opened() : clock.instant();
        Intention intention = Intention.of(item, shares, dice, hours, since);
        outcomes.merge(intention.outcome(), 1, Integer::sum);
        intention.acts().forEach(act -> due.add(new Due(act, desk)));
    }

    /** Whatever is due by now. Telling takes time, and what happens in the world happens when it happens. */
    void act() throws InterruptedException {
        Instant begun = clock.instant();
        while (!due.isEmpty() && !due.peek().act.at().isAfter(begun)) {
            Due next = due.remove();
            if (next.act.kind().isInTheWorld()) {
                visit(next.act, clock.instant());
            } else {
                tell(next);
            }
        }
    }

    private void tell(Due next) throws InterruptedException {
        Heard answer = next.desk.answer(next.act);
        heard.merge(answer, 1, Integer::sum);
        if (answer == Heard.UNHEARD) {
            due.add(new Due(next.act.again(clock.instant().plus(TELLS_AGAIN_AFTER)), next.desk));
        }
    }

    private void visit(Act act, Instant now) {
        WorkItem item = act.item();
        Optional<Site> site = act.kind() == Act.Kind.VISIT ? town.site(item) : town.neighbour(item);
        Optional<Deed> deed = deed(item);
        Instant since = item.reopened() == 0 ? item.opened() : now;
        if (deed.isPresent() && site.isPresent() && !visits.has(item.alert(), site.get(), since)) {
            visits.add(new Visit(now, item.city(), site.get().reference(), deed.get(), item.alert()));
        }
    }

    private static Optional<Deed> deed(WorkItem item) {
        return switch (item.work()) {
            case "empty" -> Optional.of(Deed.EMPTIED);
            case "water" -> Optional.of(Deed.WATERED);
            default -> Optional.empty();
        };
    }

    /** How often what was drawn and answered. */
    Map<String, Integer> facts() {
        Map<String, Integer> facts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> facts.put(outcome.name().toLowerCase(Locale.ROOT), count));
        heard.forEach((answer, count) -> facts.put("answers_" + answer.name().toLowerCase(Locale.ROOT), count));
        facts.put("visits", visits.size());
        return facts;
    }
}
