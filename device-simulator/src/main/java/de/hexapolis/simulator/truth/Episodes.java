package de.hexapolis.simulator.truth;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.fleet.Site;
import de.hexapolis.simulator.physics.BeaconTruth;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.BinTruth;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.physics.TreeTruth;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.truth.Limit.Point;
import de.hexapolis.simulator.wire.Speaker;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * When the rules of the base pack hold, by their numbers and without noise. Of those rules that the simulated world can be asked
 * about: full bins, fires, dry trees, beacons that lie on the road. One thread.
 */
record Episodes(World world, Scenario scenario, Span span, double intervalScale) {
    private static final Limit FULL = new Limit(70, 60, 3, Duration.ZERO, 5);
    private static final Limit FIRE = new Limit(BinState.FIRE_CELSIUS, 60, 3, Duration.ZERO, 3);
    private static final Limit TILTED = new Limit(45, 30, 3, Duration.ofMinutes(5), 4);
    private static final double LIES_DEGREES = 80;
    private static final Duration DRY_FOR = Duration.ofHours(6);
    private static final double STILL_DRY = 0.8;
    private static final double MARGIN_OF_TENSION = 0.05;
    private static final Set<Integer> SEASON = Set.of(4, 5, 6, 7, 8, 9, 10);
    private static final double NEVER = Double.POSITIVE_INFINITY;
    /** In kPa by depth, in the first, the second and any later standing year. */
    private static final double[][] DRY = {{32, 32, 32}, {80, 32, 32}, {NEVER, 80, 80}};

    private static final int OLD_YEARS = 10;
    private static final int UNKNOWN_YEARS = 3;

    /** One episode of one rule at one asset. */
    record Episode(Site site, String rule, Stretch stretch) {}

    List<Episode> of(SimulatedDevice device) {
        List<Episode> all = new ArrayList<>();
        switch (device.site().kind()) {
            case "tree" -> add(all, device, "tree-dry", dry(device));
            case "roadworks" -> add(all, device, "beacon-tilted", tilted(device));
            default -> {
                add(all, device, "bin-full", full(device));
                add(all, device, "bin-fire", fires(device));
            }
        }
        return all;
    }

    private static void add(List<Episode> all, SimulatedDevice device, String rule, List<Stretch> stretches) {
        stretches.forEach(stretch -> all.add(new Episode(device.site(), rule, stretch)));
    }

    private List<Stretch> full(SimulatedDevice device) {
        BinTruth truth = world.bin(device);
        boolean tells =
                tells(device, one -> one.quantity() == Quantity.FILL_LEVEL || one.quantity() == Quantity.DISTANCE);
        return tells ? FULL.stretches(points(device, truth::percent)) : List.of();
    }

    private List<Stretch> fires(SimulatedDevice device) {
        Sensing sensing = world.sensing(device);
        boolean tells = tells(device, one -> one.quantity() == Quantity.DEVICE_TEMPERATURE);
        return tells
                ? FIRE.stretches(points(device, at -> scenario.feels(device, sensing, at).stream()
                        .filter(BinState.class::isInstance)
                        .mapToDouble(state -> ((BinState) state).celsius())
                        .findFirst()
                        .orElse(0)))
                : List.of();
    }

    private List<Stretch> tilted(SimulatedDevice device) {
        BeaconTruth truth = world.beacon(device);
        if (!tells(device, one -> one.quantity() == Quantity.TILT)) {
            return List.of();
        }
        List<Point> points = points(device, at -> truth.tippedOver(at) ? LIES_DEGREES : 0).stream()
                .filter(point -> !truth.silent(point.at()))
                .toList();
        return TILTED.stretches(points);
    }

    /** The worst depth decides: where those of several overlap, they are one. */
    private List<Stretch> dry(SimulatedDevice device) {
        TreeTruth truth = world.tree(device);
        List<Stretch> all = new ArrayList<>();
        for (int index = 0; index < TreeTruth.depthsCm().size(); index++) {
            int depth = index;
            Channel channel = new Channel(TreeTruth.depthsCm().get(depth) + "cm");
            OptionalDouble limit = limit(device, depth);
            boolean tells = tells(
                    device,
                    one -> one.quantity() == Quantity.SOIL_WATER_TENSION
                            && one.channel().equals(channel));
            if (tells && limit.isPresent()) {
                List<Point> points = points(device, at -> truth.kpa(depth, at)).stream()
                        .filter(point -> inSeason(device, point.at()) && !truth.frozen(depth, point.at()))
                        .toList();
                double kpa = limit.getAsDouble();
                new Limit(kpa, STILL_DRY * kpa, MARGIN_OF_TENSION * kpa, DRY_FOR, 5)
                        .stretches(points)
                        .forEach(stretch -> join(all, stretch));
            }
        }
        return all;
    }

    private static void join(List<Stretch> all, Stretch one) {
        Stretch joined = one;
        List<Stretch> meeting = all.stream().filter(one::overlaps).toList();
        all.removeAll(meeting);
        for (Stretch other : meeting) {
            joined = joined.with(other);
        }
        all.add(joined);
    }

    /** The soil table; empty for old trees, and where no tension is too much. */
    private OptionalDouble limit(SimulatedDevice device, int depth) {
        int now = span.from().atZone(device.site().zone()).getYear();
        int years = device.site().plantingYear().isPresent()
                ? Math.max(1, now - device.site().plantingYear().getAsInt())
                : UNKNOWN_YEARS;
        double kpa = DRY[Math.min(years, DRY.length) - 1][depth];
        return years > OLD_YEARS || kpa == NEVER ? OptionalDouble.empty() : OptionalDouble.of(kpa);
    }

    private static boolean inSeason(SimulatedDevice device, Instant at) {
        return SEASON.contains(at.atZone(device.site().zone()).getMonthValue());
    }

    private List<Point> points(SimulatedDevice device, ToDoubleFunction<Instant> signal) {
        return span.ticks(world.dice(), device, intervalScale)
                .map(at -> new Point(at, signal.applyAsDouble(at)))
                .toList();
    }

    /** Whether the platform finds such a reading in any of the device's first messages. */
    private boolean tells(SimulatedDevice device, Predicate<Measurement> reading) {
        Sensing sensing = world.sensing(device);
        Speaker speaker = Speaker.of(device);
        return span.ticks(world.dice(), device, intervalScale)
                .limit(20)
                .flatMap(at -> sensing.at(at).stream())
                .flatMap((State state) -> speaker.measurements(state).stream())
                .anyMatch(reading);
    }
}
