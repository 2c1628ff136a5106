package de.hexapolis.profile;

import de.hexapolis.telemetry.Unit;
import java.util.OptionalDouble;

/** Conversion between units without the dust of binary fractions: 0.29 m³/m³ is 29 %, not 28.999999999999996 %. */
public final class UnitConversion {
    /** Twelve decimals, far finer than any sensor. */
    private static final double GRID = 1e12;
    /** Beyond it a double has no digits left below the grid. */
    private static final double COARSE = 1e3;

    private UnitConversion() {}

    /** The value in another unit; empty where the two measure different things. */
    public static OptionalDouble convert(double value, Unit from, Unit to) {
        if (from == to) {
            return OptionalDouble.of(value);
        }
        OptionalDouble converted = from.convert(value, to);
        return converted.isPresent() ? OptionalDouble.of(tidy(converted.getAsDouble())) : converted;
    }

    /** The value without rounding errors in its last digits. */
    static double tidy(double value) {
        double size = Math.abs(value);
        if (size < COARSE) {
            return Math.rint(value * GRID) / GRID;
        }
        return size < COARSE * COARSE ? Math.rint(value * 1e9) / 1e9 : value;
    }
}
