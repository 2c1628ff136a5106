package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.Unit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * From the number that a device sends to the quantity's unit: {@code curve(value) * scale + offset}, then the correction
 * by temperature, then the unit. Immutable.
 *
 * @param unit of the result of curve, scale and offset; a unit that the text itself carries goes before it, unless it is
 *     that of a raw value
 */
record Conversion(
        Quantity quantity,
        Optional<Curve> curve,
        double scale,
        double offset,
        Optional<Correction> correction,
        Unit unit) {

    /** What raw values are in besides the units that we convert. Ω is the letter or the sign. */
    private static final Set<String> RAW_UNITS = Set.of("kHz", "mA", "Ohm", "Ω", "\u2126", "kOhm", "kΩ", "k\u2126");

    /**
     * Empty if what stands behind the number is no unit, or one that measures something else and is not that of a raw
     * value.
     *
     * @param around where the number lies, for the temperature beside it
     */
    OptionalDouble convert(NumberText sent, JsonNode around, JsonNode body) {
        Optional<Unit> result = resultUnit(sent.unit());
        if (result.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = curve.isPresent() ? curve.get().at(sent.value()) : sent.value();
        if (isScaled()) {
            value = UnitConversion.tidy(value * scale + offset);
        }
        if (correction.isPresent()) {
            value = correction.get().of(value, around, body);
        }
        return UnitConversion.convert(value, result.get(), quantity.unit());
    }

    /**
     * What the converted number is in. A sent unit is that of the raw value ("3.6 V" on its way to %, "1390 Hz" to kPa)
     * before a curve, and before a scale if it measures something else. Anything else behind a number ("12 errors", the
     * rest of a date) says that it is no such value.
     */
    private Optional<Unit> resultUnit(String sent) {
        if (sent.isEmpty()) {
            return Optional.of(unit);
        }
        Optional<Unit> known = Unit.spelled(sent);
        if (known.isEmpty() && !RAW_UNITS.contains(sent)) {
            return Optional.empty();
        }
        if (curve.isPresent()) {
            return Optional.of(unit);
        }
        Optional<Unit> own =
                known.filter(spelled -> spelled.convert(1, quantity.unit()).isPresent());
        return own.isEmpty() && isScaled() ? Optional.of(unit) : own;
    }

    private boolean isScaled() {
        return scale != 1 || offset != 0;
    }
}
