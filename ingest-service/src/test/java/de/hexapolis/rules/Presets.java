package de.hexapolis.rules;

import com.fasterxml.jackson.databind.node.BooleanNode;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Conditions as the base pack ships them. */
public final class Presets {
    private Presets() {}

    public static Threshold binFull() {
        return rising(Quantity.FILL_LEVEL, 10, 2, Duration.ZERO, 70, 85, 95);
    }

    public static Threshold rising(
            Quantity quantity, double hysteresis, int confirm, Duration holdsFor, double... limits) {
        return threshold(quantity, Direction.AT_LEAST, hysteresis, confirm, holdsFor, limits);
    }

    public static Threshold falling(
            Quantity quantity, double hysteresis, int confirm, Duration holdsFor, double... limits) {
        return threshold(quantity, Direction.AT_MOST, hysteresis, confirm, holdsFor, limits);
    }

    private static Threshold threshold(
            Quantity quantity,
            Direction direction,
            double hysteresis,
            int confirm,
            Duration holdsFor,
            double... limits) {
        List<Level> levels = java.util.stream.IntStream.range(0, limits.length)
                .mapToObj(n -> new Level(
                        limits[n],
                        List.of(Severity.INFO, Severity.WARNING, Severity.URGENT)
                                .get(n)))
                .toList();
        return new Threshold(
                quantity, List.of(), false, direction, levels, Severity.INFO, hysteresis, confirm, holdsFor, Map.of());
    }

    public static Threshold tilt(double limit, double hysteresis) {
        return new Threshold(
                Quantity.TILT,
                List.of(),
                true,
                Direction.AT_LEAST,
                List.of(new Level(limit, Severity.WARNING)),
                Severity.INFO,
                hysteresis,
                1,
                Duration.ZERO,
                Map.of());
    }

    public static EventHeld event(String kind, Duration endsAfter) {
        return new EventHeld(kind, BooleanNode.TRUE, Optional.of(BooleanNode.FALSE), endsAfter, Severity.CRITICAL);
    }

    public static Rise fireRise() {
        return new Rise(
                Quantity.DEVICE_TEMPERATURE, 10, Duration.ofMinutes(10), 25, Duration.ofHours(1), Severity.CRITICAL);
    }

    public static Any binFire() {
        Threshold hot = new Threshold(
                Quantity.DEVICE_TEMPERATURE,
                List.of(),
                false,
                Direction.AT_LEAST,
                List.of(new Level(75, Severity.CRITICAL)),
                Severity.INFO,
                15,
                1,
                Duration.ZERO,
                Map.of());
        return new Any(List.of(event("fire", Duration.ofHours(2)), hot, fireRise()));
    }

    public static Narrowed binTilt() {
        return new Narrowed(
                new Any(List.of(event("tilt", Duration.ofHours(6)), tilt(30, 10))),
                Duration.ofMinutes(30),
                Optional.of(new Narrowed.NotWithin("emptying", Duration.ofMinutes(30))),
                OptionalInt.empty());
    }

    public static SoilTable treeDry() {
        return new SoilTable(
                Quantity.SOIL_WATER_TENSION,
                List.of(
                        row(1, levels(25, 32), levels(25, 32), levels(25, 32)),
                        row(2, levels(62, 80), levels(25, 32), levels(25, 32)),
                        row(3, levels(1585, 1585), List.of(warning(80)), List.of(warning(80)))),
                1,
                20,
                Duration.ofHours(6),
                "planting_year",
                3,
                Severity.WARNING,
                OptionalInt.of(10));
    }

    private static SoilTable.Row row(int year, List<Level> at30, List<Level> at60, List<Level> at90) {
        return new SoilTable.Row(
                year, Map.of(new Channel("30cm"), at30, new Channel("60cm"), at60, new Channel("90cm"), at90));
    }

    private static List<Level> levels(double info, double warning) {
        return List.of(new Level(info, Severity.INFO), warning(warning));
    }

    private static Level warning(double limit) {
        return new Level(limit, Severity.WARNING);
    }

    public static AvailableWater treeMoisture() {
        return new AvailableWater(
                Quantity.SOIL_MOISTURE,
                "soil",
                Map.of("sand", new AvailableWater.Soil(4.5, 12), "loam", new AvailableWater.Soil(12, 25)),
                List.of(
                        new Level(50, Severity.INFO, Optional.empty(), OptionalInt.of(10)),
                        new Level(35, Severity.WARNING)),
                Severity.WARNING,
                10,
                Duration.ofHours(6));
    }

    public static Moved beaconMoved() {
        return new Moved(50, true, 30, 2, Severity.WARNING);
    }

    public static Silence silent() {
        return new Silence(3, Duration.ZERO, Duration.ofHours(26), Severity.WARNING);
    }
}
