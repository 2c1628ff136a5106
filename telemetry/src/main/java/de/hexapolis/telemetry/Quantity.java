package de.hexapolis.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is measured, each in the one unit in which it is stored, with the range that is physically possible. A value
 * outside the range is kept with quality {@link Quality#BAD}.
 */
public enum Quantity {
    FILL_LEVEL("fill_level", Unit.PERCENT, 0, 100),
    DISTANCE("distance", Unit.MILLIMETRE, 0, 50_000),
    /** Positive, 1 kPa = 1 cbar; a TEROS 21 reaches 100 MPa. */
    SOIL_WATER_TENSION("soil_water_tension", Unit.KILOPASCAL, 0, 100_000),
    /** Volumetric; probes in dry soil may read slightly below zero. */
    SOIL_MOISTURE("soil_moisture", Unit.PERCENT, -5, 100),
    SOIL_TEMPERATURE("soil_temperature", Unit.CELSIUS, -40, 80),
    SOIL_CONDUCTIVITY("soil_conductivity", Unit.DECISIEMENS_PER_METRE, 0, 100),
    AIR_TEMPERATURE("air_temperature", Unit.CELSIUS, -50, 80),
    AIR_HUMIDITY("air_humidity", Unit.PERCENT, 0, 100),
    AIR_PRESSURE("air_pressure", Unit.HECTOPASCAL, 500, 1_100),
    /**
     * Inside a bin or a device's case: a fire shows here first, and is no fault of the sensor. What codecs send for a broken
     * sensor begins at 282.9 °C.
     */
    DEVICE_TEMPERATURE("device_temperature", Unit.CELSIUS, -50, 250),
    ILLUMINANCE("illuminance", Unit.LUX, 0, 200_000),
    BATTERY_VOLTAGE("battery_voltage", Unit.VOLT, 0, 30),
    BATTERY_LEVEL("battery_level", Unit.PERCENT, 0, 100),
    TILT("tilt", Unit.DEGREE, -180, 180),
    SPEED("speed", Unit.KILOMETRE_PER_HOUR, 0, 300),
    SIGNAL_STRENGTH("signal_strength", Unit.DECIBEL_MILLIWATT, -200, 50);

    private static final Map<String, Quantity> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Quantity::wireName, Function.identity()));

    private final String wireName;
    private final Unit unit;
    private final double lowest;
    private final double highest;

    Quantity(String wireName, Unit unit, double lowest, double highest) {
        this.wireName = wireName;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The quantity with this name on the wire and in the store, such as {@code fill_level}. */
    public static Optional<Quantity> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public String wireName() {
        return wireName;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether a value in {@link #unit()} is physically possible. */
    public boolean admits(double value) {
        return value >= lowest && value <= highest;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
