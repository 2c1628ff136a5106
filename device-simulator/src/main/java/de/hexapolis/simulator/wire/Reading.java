package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reading that the platform finds in a codec's object, as the device's profile in
 * {@code deploy/blueprints/base/profiles} says. Immutable, thread-safe.
 *
 * @param value in the quantity's unit; NaN if the object does not have it
 */
record Reading(Quantity quantity, Channel channel, ToDoubleFunction<ObjectNode> value) {
    /** A number as text, with or without its unit: {@code 2000 mm}. */
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(\\.[0-9]+)?)( .*)?");

    /** The number, or the number with its unit, that stands there. */
    static Reading of(String pointer, Quantity quantity) {
        JsonPointer at = JsonPointer.compile(pointer);
        return new Reading(quantity, Channel.ONLY, object -> number(object.at(at)));
    }

    Reading channel(String name) {
        return new Reading(quantity, new Channel(name), value);
    }

    /** What the number means. */
    Reading meaning(DoubleUnaryOperator meaning) {
        return new Reading(quantity, channel, object -> meaning.applyAsDouble(value.applyAsDouble(object)));
    }

    /** This number stands for none. */
    Reading unless(double none) {
        return meaning(number -> number == none ? Double.NaN : number);
    }

    Optional<Measurement> in(ObjectNode object, State state) {
        double number = value.applyAsDouble(object);
        return Double.isNaN(number)
                ? Optional.empty()
                : Optional.of(new Measurement(state.device(), quantity, channel, state.at(), number));
    }

    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        Matcher text = NUMBER.matcher(node.asText());
        return node.isTextual() && text.matches() ? Double.parseDouble(text.group(1)) : Double.NaN;
    }
}
