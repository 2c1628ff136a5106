package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The scenarios by name. */
public enum Troubles {
    OUTAGE,
    DUPLICATES,
    REORDERING,
    CLOCK_SKEW,
    POISON,
    SILENCE,
    FREEZE_SERIES,
    ECHOES,
    DEAD_GATEWAY,
    FIRE;

    private static final String OWN_DICE = "scenario";

    /** @param start of the simulation, by its own clock */
    public Scenario scenario(Dice dice, Instant start) {
        Dice own = dice.with(name());
        return switch (this) {
            case OUTAGE -> new Outage(own, start, Duration.ofMinutes(2), Duration.ofMinutes(5));
            case DUPLICATES -> new Duplicates(own, 0.1, Duration.ofSeconds(20));
            case REORDERING -> new Reordering(own, 0.2, Duration.ofMinutes(2));
            case CLOCK_SKEW -> new ClockSkew(own, 0.1);
            case POISON -> new Poison(own, 0.05);
            case SILENCE -> new Silence(own, 0.2, start.plus(Duration.ofMinutes(2)));
            case FREEZE_SERIES -> new FrozenSeries(own, 0.1, start.plus(Duration.ofMinutes(2)));
            case ECHOES -> new Echoes(own, 0.05);
            case DEAD_GATEWAY -> new DeadGateway(own, start.plus(Duration.ofMinutes(2)), Duration.ofHours(36));
            case FIRE -> new Fire(own, 0.02);
        };
    }

    /**
     * One after the other.
     *
     * @param world the dice of everything
     */
    public static Scenario all(Set<Troubles> troubles, Dice world, Instant start) {
        Scenario all = Scenario.none();
        for (Troubles trouble : troubles) {
            all = all.then(trouble.scenario(world.with(OWN_DICE), start));
        }
        return all;
    }

    /** From an instant on, a share of messages that no gateway hears. */
    public static Scenario radioLoss(Dice world, Instant from, double share) {
        Dice own = world.with(OWN_DICE).with("radio loss");
        return usual -> usual.at().isAfter(from) && Draw.of(own, usual).chance(share) ? List.of() : List.of(usual);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
