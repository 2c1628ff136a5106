package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a temperature in the same message does to a value: {@code value * (1 + perDegree * (temperature - reference))}.
 * It is looked for beside the value first, then in the whole message. One that stands for "no reading", or that no soil
 * has, is passed over; without a temperature the value stays. Immutable.
 *
 * @param reference in °C
 */
record Correction(List<FieldPath> temperature, double reference, double perDegree, NoValue noValue) {
    /** In °C, both included: what sensors in soil meet; a broken one sends -327.68 or 6553.5. */
    private static final double COLDEST = -40;

    private static final double WARMEST = 80;

    double of(double value, JsonNode around, JsonNode body) {
        OptionalDouble beside = celsius(around);
        OptionalDouble degrees = beside.isPresent() ? beside : celsius(body);
        return degrees.isPresent() ? value * (1 + perDegree * (degrees.getAsDouble() - reference)) : value;
    }

    /** The first temperature that can be. */
    private OptionalDouble celsius(JsonNode node) {
        return temperature.stream()
                .map(path -> celsiusAt(path.first(node)))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble celsiusAt(JsonNode sent) {
        Optional<NumberText> number = noValue.meansText(sent) ? Optional.empty() : NumberText.read(sent);
        if (number.isEmpty() || noValue.meansNumber(number.get().value())) {
            return OptionalDouble.empty();
        }
        Optional<Unit> own = number.get().unit().isEmpty()
                ? Optional.of(Unit.CELSIUS)
                : Unit.spelled(number.get().unit());
        OptionalDouble degrees = own.isPresent()
                ? UnitConversion.convert(number.get().value(), own.get(), Unit.CELSIUS)
                : OptionalDouble.empty();
        return degrees.isPresent() && degrees.getAsDouble() >= COLDEST && degrees.getAsDouble() <= WARMEST
                ? degrees
                : OptionalDouble.empty();
    }
}
