package de.hexapolis.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit with its spellings, and how it becomes the base unit of its dimension: {@code base = value * factor +
 * offset}. Units of one dimension convert into each other.
 */
public enum Unit {
    PERCENT("%", Dimension.SHARE, 1, 0, "percent %RH %vol %EL"),
    FRACTION("1", Dimension.SHARE, 100, 0, "/ m3/m3 m³/m³ fraction"),
    PERMILLE("‰", Dimension.SHARE, 0.1, 0, "permille"),
    MILLIMETRE("mm", Dimension.LENGTH, 1, 0, ""),
    CENTIMETRE("cm", Dimension.LENGTH, 10, 0, ""),
    METRE("m", Dimension.LENGTH, 1_000, 0, ""),
    INCH("in", Dimension.LENGTH, 25.4, 0, "inch"),
    KILOPASCAL("kPa", Dimension.PRESSURE, 1, 0, "cbar centibar"),
    HECTOPASCAL("hPa", Dimension.PRESSURE, 0.1, 0, "mbar"),
    PASCAL("Pa", Dimension.PRESSURE, 0.001, 0, ""),
    MEGAPASCAL("MPa", Dimension.PRESSURE, 1_000, 0, ""),
    BAR("bar", Dimension.PRESSURE, 100, 0, ""),
    CELSIUS("°C", Dimension.TEMPERATURE, 1, 0, "Cel ℃ C degC"),
    KELVIN("K", Dimension.TEMPERATURE, 1, -273.15, ""),
    FAHRENHEIT("°F", Dimension.TEMPERATURE, 5.0 / 9, -160.0 / 9, "℉ F degF"),
    DECISIEMENS_PER_METRE("dS/m", Dimension.CONDUCTIVITY, 1, 0, "mS/cm"),
    MICROSIEMENS_PER_CENTIMETRE("µS/cm", Dimension.CONDUCTIVITY, 0.001, 0, "uS/cm μS/cm"),
    SIEMENS_PER_METRE("S/m", Dimension.CONDUCTIVITY, 10, 0, ""),
    LUX("lx", Dimension.ILLUMINANCE, 1, 0, "lux"),
    VOLT("V", Dimension.VOLTAGE, 1, 0, ""),
    MILLIVOLT("mV", Dimension.VOLTAGE, 0.001, 0, ""),
    DEGREE("°", Dimension.ANGLE, 1, 0, "deg"),
    RADIAN("rad", Dimension.ANGLE, 180 / Math.PI, 0, ""),
    KILOMETRE_PER_HOUR("km/h", Dimension.SPEED, 1, 0, ""),
    METRE_PER_SECOND("m/s", Dimension.SPEED, 3.6, 0, ""),
    DECIBEL_MILLIWATT("dBm", Dimension.SIGNAL, 1, 0, ""),
    HERTZ("Hz", Dimension.FREQUENCY, 1, 0, "");

    private enum Dimension {
        SHARE,
        LENGTH,
        PRESSURE,
        TEMPERATURE,
        CONDUCTIVITY,
        ILLUMINANCE,
        VOLTAGE,
        ANGLE,
        SPEED,
        SIGNAL,
        FREQUENCY
    }

    private static final Map<String, Unit> BY_SPELLING = Arrays.stream(values())
            .flatMap(unit -> unit.spellings().map(spelling -> Map.entry(spelling, unit)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String symbol;
    private final Dimension dimension;
    private final double factor;
    private final double offset;
    /** Separated by blanks. */
    private final String otherSpellings;

    Unit(String symbol, Dimension dimension, double factor, double offset, String otherSpellings) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = factor;
        this.offset = offset;
        this.otherSpellings = otherSpellings;
    }

    /** The unit spelled so; SenML's, UCUM's and the makers' spellings are known. */
    public static Optional<Unit> spelled(String text) {
        return Optional.ofNullable(BY_SPELLING.get(text.strip()));
    }

    /** The symbol on the wire and on pages. */
    public String symbol() {
        return symbol;
    }

    /** The value in another unit; empty where the two measure different things. */
    public OptionalDouble convert(double value, Unit target) {
        if (this == target) {
            return OptionalDouble.of(value);
        }
        return dimension == target.dimension
                ? OptionalDouble.of((value * factor + offset - target.offset) / target.factor)
                : OptionalDouble.empty();
    }

    private Stream<String> spellings() {
        return Stream.concat(
                Stream.of(symbol), Arrays.stream(otherSpellings.split(" ", -1)).filter(s -> !s.isEmpty()));
    }

    @Override
    public String toString() {
        return symbol;
    }
}
