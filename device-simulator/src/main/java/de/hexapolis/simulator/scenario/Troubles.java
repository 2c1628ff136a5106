package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** The scenarios by name. */
public enum Troubles {
    OUTAGE((dice, start) -> new Outage(dice, start, Duration.ofMinutes(2), Duration.ofMinutes(5))),
    DUPLICATES((dice, start) -> new Duplicates(dice, 0.1, Duration.ofSeconds(20))),
    REORDERING((dice, start) -> new Reordering(dice, 0.2, Duration.ofMinutes(2))),
    CLOCK_SKEW((dice, start) -> new ClockSkew(dice, 0.1)),
    POISON((dice, start) -> new Poison(dice, 0.05)),
    SILENCE((dice, start) -> new Silence(dice, 0.2, start.plus(Duration.ofMinutes(2))));

    private final BiFunction<Dice, Instant, Scenario> make;

    Troubles(BiFunction<Dice, Instant, Scenario> make) {
        this.make = make;
    }

    /** @param start of the simulation, by its own clock */
    public Scenario scenario(Dice dice, Instant start) {
        return make.apply(dice.with(name()), start);
    }

    /** From an instant on, a share of messages that no gateway hears. */
    public static Scenario radioLoss(Dice dice, Instant from, double share) {
        Dice own = dice.with("radio loss");
        return usual -> usual.at().isAfter(from) && Draw.of(own, usual).chance(share) ? List.of() : List.of(usual);
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
