package de.hexapolis.simulator.truth;

import de.hexapolis.simulator.fleet.Mounting;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinTruth;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.physics.TreeTruth;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The truth of bins and trees at each of their readings, as CSV. One thread.
 *
 * @param fullPercent when a bin counts as full
 * @param dryKpa when soil counts as dry
 * @param lost share of readings that never arrive
 */
record TruthRows(World world, Span span, double intervalScale, double fullPercent, double dryKpa, double lost) {
    static final String HEADER =
            "city,reference,kind,channel,at,level,full_at_if_left,dry_at_if_no_water,next_round_at,level_at_round,reading\n";

    /** Returns how many rows were written; of a device that is neither a bin's nor a tree's, none. */
    long write(SimulatedDevice device, Writer rows) throws IOException {
        return switch (device.site().kind()) {
            case "bin" -> bin(mounted(device), rows);
            case "tree" -> tree(device, rows);
            default -> 0;
        };
    }

    /** With distances, so that its sensor hears false echoes as real ones do. */
    private static SimulatedDevice mounted(SimulatedDevice device) {
        return new SimulatedDevice(
                device.id(),
                device.site(),
                device.profile(),
                device.speech(),
                device.interval(),
                device.installedFrom(),
                Optional.of(device.mounting().orElse(Mounting.USUAL)));
    }

    private long bin(SimulatedDevice device, Writer rows) throws IOException {
        BinTruth truth = world.bin(device);
        Sensing sensing = world.sensing(device);
        Mounting mounting = device.mounting().orElseThrow();
        long count = 0;
        for (Iterator<Instant> ticks =
                        span.ticks(world.dice(), device, intervalScale).iterator();
                ticks.hasNext(); ) {
            Instant at = ticks.next();
            BinTruth.Round round = truth.nextRound(at);
            OptionalDouble distance = arrives(device, at)
                    ? reading(sensing.at(at), Quantity.DISTANCE, Channel.ONLY)
                    : OptionalDouble.empty();
            rows.write(start(device, "", at, truth.percent(at)));
            rows.write("%s,,%s,%s,%s\n"
                    .formatted(
                            shown(truth.reaches(fullPercent, at)),
                            round.at(),
                            number(round.percentBefore()),
                            distance.isPresent() ? number(mounting.fillPercent(distance.getAsDouble())) : ""));
            count++;
        }
        return count;
    }

    private long tree(SimulatedDevice device, Writer rows) throws IOException {
        TreeTruth truth = world.tree(device);
        Sensing sensing = world.sensing(device);
        List<Integer> depths = TreeTruth.depthsCm();
        long count = 0;
        for (Iterator<Instant> ticks =
                        span.ticks(world.dice(), device, intervalScale).iterator();
                ticks.hasNext(); ) {
            Instant at = ticks.next();
            Optional<State> sent = arrives(device, at) ? sensing.at(at) : Optional.empty();
            for (int depth = 0; depth < depths.size(); depth++) {
                Channel channel = new Channel(depths.get(depth) + "cm");
                OptionalDouble kpa = reading(sent, Quantity.SOIL_WATER_TENSION, channel);
                rows.write(start(device, channel.value(), at, truth.kpa(depth, at)));
                rows.write(",%s,,,%s\n"
                        .formatted(
                                shown(truth.reaches(dryKpa, depth, at)),
                                kpa.isPresent() ? number(kpa.getAsDouble()) : ""));
                count++;
            }
        }
        return count;
    }

    private boolean arrives(SimulatedDevice device, Instant at) {
        return !world.dice()
                .with("lost on the way")
                .with(device.id().value())
                .with(at.toEpochMilli())
                .chance(lost);
    }

    private static OptionalDouble reading(Optional<State> sent, Quantity quantity, Channel channel) {
        return sent.stream()
                .flatMap(state -> state.measurements().stream())
                .filter(one -> one.quantity() == quantity && one.channel().equals(channel))
                .mapToDouble(one -> one.value())
                .findFirst();
    }

    private static String start(SimulatedDevice device, String channel, Instant at, double level) {
        return "%s,%s,%s,%s,%s,%s,"
                .formatted(
                        device.city(), device.site().reference(), device.site().kind(), channel, at, number(level));
    }

    private static String shown(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    /** To the hundredth. */
    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }
}
