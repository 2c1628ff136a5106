package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.Instant;
import java.util.Optional;

/**
 * A tracker on a barrier: it scatters and drifts, is carried a few metres now and then, tips over in the wind and lies
 * until the morning round, and falls silent for days. Immutable.
 */
final class BeaconSensing implements Sensing {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double TIPS_PER_DAY = 0.012;
    private static final double SILENT_WEEKS = 0.03;
    private static final double NO_FIX = 0.02;

    private final SimulatedDevice device;
    private final Dice dice;
    private final Weather weather;

    BeaconSensing(SimulatedDevice device, Dice dice, Weather weather) {
        this.device = device;
        this.dice = dice;
        this.weather = weather;
    }

    @Override
    public Optional<State> at(Instant instant) {
        LocalHour now = LocalHour.of(instant, device.site().zone());
        if (silent(now)) {
            return Optional.empty();
        }
        LocalHour before =
                LocalHour.of(instant.minus(device.interval()), device.site().zone());
        return Optional.of(feel(instant, now, before));
    }

    private State feel(Instant instant, LocalHour now, LocalHour before) {
        Dice noise = dice.with("noise").with(instant.toEpochMilli());
        double scatter = 3 + 5 * noise.with("scatter").exponential(0.4);
        double east = carried("east", now)
                + drift("east", now)
                + scatter * 0.5 * noise.with("x").normal();
        double north = carried("north", now)
                + drift("north", now)
                + scatter * 0.5 * noise.with("y").normal();
        double latitude = device.site().latitude() + north / METRES_PER_DEGREE;
        double shrink = Math.cos(Math.toRadians(device.site().latitude()));
        double longitude = device.site().longitude() + east / (METRES_PER_DEGREE * shrink);
        boolean over = tippedOver(now);
        double tilt = over
                ? 74 + dice.with("lies").between(0, 14)
                : 2 + dice.with("stands").between(0, 3);
        return new BeaconState(
                device.id(),
                instant,
                Battery.of(dice, device.installedFrom(), instant, weather.air(now.day(), now.hour())),
                !noise.with("fix").chance(NO_FIX),
                Math.round(longitude * 1e6) / 1e6,
                Math.round(latitude * 1e6) / 1e6,
                Math.round(scatter),
                Math.round((tilt + 0.4 * noise.with("tilt").normal()) * 100) / 100.0,
                over,
                over != tippedOver(before),
                carried("east", now) != carried("east", before));
    }

    /** From the hour of the gust until seven in the morning of the next day. */
    boolean tippedOver(LocalHour now) {
        Dice today = dice.with("gust").with(now.day());
        if (today.chance(TIPS_PER_DAY) && now.hour() >= today.with("hour").between(8, 24)) {
            return true;
        }
        return now.hour() < 7 && dice.with("gust").with(now.day() - 1).chance(TIPS_PER_DAY);
    }

    boolean silent(LocalHour now) {
        long week = Math.floorDiv(now.day(), 7L);
        Dice dead = dice.with("silent").with(week);
        return dead.chance(SILENT_WEEKS)
                && now.day() - week * 7 >= dead.with("from").below(5);
    }

    /** Metres to which the workers carried the barrier; a new place every ten days or so. */
    private double carried(String axis, LocalHour now) {
        long stay = Math.floorDiv(now.day() + dice.with("carried").below(10), 10L);
        return 9 * dice.with(axis).with(stay).normal();
    }

    /** Slow drift of a fix of a few metres, linear between the days' own values. */
    private double drift(String axis, LocalHour now) {
        Dice days = dice.with("drift").with(axis);
        double share = now.hour() / 24;
        return 3
                * (days.with(now.day()).normal() * (1 - share)
                        + days.with(now.day() + 1).normal() * share);
    }
}
