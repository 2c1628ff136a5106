package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.Unit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From the number that a device sends to the quantity's unit: {@code curve(value) * scale + offset}, then the correction
 * by temperature, then the unit. Immutable.
 *
 * @param unit of the result of curve, scale and offset; a unit that the text itself carries goes before it
 */
record Conversion(
        Quantity quantity,
        Optional<Curve> curve,
        double scale,
        double offset,
        Optional<Correction> correction,
        Unit unit) {

    /**
     * Empty if the number's own unit is not known or measures something else.
     *
     * @param around where the number lies, for the temperature beside it
     */
    OptionalDouble convert(NumberText sent, JsonNode around, JsonNode body) {
        Optional<Unit> own = sent.unit().isEmpty() ? Optional.of(unit) : Unit.spelled(sent.unit());
        if (own.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = curve.isPresent() ? curve.get().at(sent.value()) : sent.value();
        if (scale != 1 || offset != 0) {
            value = UnitConversion.tidy(value * scale + offset);
        }
        if (correction.isPresent()) {
            value = correction.get().of(value, around, body);
        }
        return UnitConversion.convert(value, own.get(), quantity.unit());
    }
}
