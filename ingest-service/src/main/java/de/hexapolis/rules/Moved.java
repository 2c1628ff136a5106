package de.hexapolis.rules;

import de.hexapolis.rules.ReadingStrand.Naming;
import de.hexapolis.rules.Samples.Sample;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A device that says that it is not where its asset stands. Immutable.
 *
 * @param moreThanMetres from the asset
 * @param plusAccuracy whether the position's own accuracy is added
 * @param endsBelowMetres from the asset, whatever the accuracy
 * @param confirm so many positions in a row, for opening and ending
 */
public record Moved(double moreThanMetres, boolean plusAccuracy, double endsBelowMetres, int confirm, Severity severity)
        implements Sampled {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Moved {
        if (confirm < 1 || confirm > Threshold.MOST_CONFIRMED) {
            throw new IllegalArgumentException(
                    "confirm from 1 to %d, not %d".formatted(Threshold.MOST_CONFIRMED, confirm));
        }
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        Limits limits = new Limits(List.of(new Level(moreThanMetres, severity)), endsBelowMetres);
        Naming name = new Naming("position", Optional.empty(), Optional.of("m"), "moved_by", OptionalInt.empty());
        return sensed.fixes().stream()
                .collect(Collectors.groupingBy(Fix::deviceId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .<Strand>map(fixes -> new ReadingStrand(
                        samples(fixes, sensed.asset()), name, Side.UP, limits, confirm, Duration.ZERO))
                .toList();
    }

    private Samples samples(List<Fix> fixes, AssetFacts asset) {
        return new Samples(fixes.stream()
                .sorted(Comparator.comparing(Fix::observedAt))
                .map(fix -> {
                    double away = metres(fix, asset);
                    double atLeast = plusAccuracy ? away - fix.accuracyMetres() : away;
                    return new Sample(fix.observedAt(), atLeast, away, away);
                })
                .toList());
    }

    /** On a sphere, which for such short ways is exact to less than a hundredth. */
    private static double metres(Fix fix, AssetFacts asset) {
        double north = Math.toRadians(fix.latitude() - asset.latitude());
        double east = Math.toRadians(fix.longitude() - asset.longitude());
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(fix.latitude()))
                        * Math.cos(Math.toRadians(asset.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }

    @Override
    public Duration lookBackOfSignals() {
        return Duration.ofDays(2);
    }
}
