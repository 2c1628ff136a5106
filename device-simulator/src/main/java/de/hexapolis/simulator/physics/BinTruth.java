package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A bin without its sensor: how full it is, and what would become of it. Immutable. */
public final class BinTruth {
    private static final double A_MOMENT_HOURS = 1e-6;

    private final Filling filling;
    private final ZoneId zone;

    BinTruth(Filling filling, ZoneId zone) {
        this.filling = filling;
        this.zone = zone;
    }

    /** In percent; above 100 it overflows. */
    public double percent(Instant at) {
        return filling.percent(local(at));
    }

    /** When it would be that full if nobody emptied it from now on; empty: not within a month. */
    public Optional<Instant> reaches(double percent, Instant from) {
        return filling.reaches(percent, local(from)).map(then -> then.instant(zone));
    }

    /** When the round is due next, whether it comes or not. */
    public Round nextRound(Instant after) {
        LocalHour due = filling.nextRound(local(after));
        double before = filling.percent(new LocalHour(due.day(), due.hour() - A_MOMENT_HOURS));
        return new Round(due.instant(zone), before);
    }

    private LocalHour local(Instant instant) {
        return LocalHour.of(instant, zone);
    }

    /**
     * The world's own round.
     *
     * @param percentBefore how full the bin is when it comes, if nobody else came before
     */
    public record Round(Instant at, double percentBefore) {}
}
