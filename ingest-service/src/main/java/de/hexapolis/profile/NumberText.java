package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that may be written as text and may carry its unit: {@code 19.57}, {@code "19.57"}, {@code "2000 mm"}.
 *
 * @param unit as written; empty if there is none
 */
record NumberText(double value, String unit) {
    private static final Pattern GRAMMAR = Pattern.compile(
            "\\s*([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?)\\s*(\\D{0,12}|\\D.{0,11})");

    /** Empty if the field is neither a finite number nor a text that begins with one. */
    static Optional<NumberText> read(JsonNode field) {
        if (field.isNumber()) {
            return finite(field.doubleValue(), "");
        }
        Matcher text = GRAMMAR.matcher(field.isTextual() ? field.textValue() : "");
        return text.matches()
                ? finite(Double.parseDouble(text.group(1)), text.group(2).strip())
                : Optional.empty();
    }

    /** The number without a unit in a field, as a number or as text. */
    static OptionalDouble of(JsonNode field) {
        Optional<NumberText> number = read(field);
        return number.isPresent() && number.get().unit().isEmpty()
                ? OptionalDouble.of(number.get().value())
                : OptionalDouble.empty();
    }

    /** The number that a text is; empty if it is none. */
    static OptionalDouble parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        return matcher.matches() && matcher.group(2).isBlank()
                ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
                : OptionalDouble.empty();
    }

    private static Optional<NumberText> finite(double value, String unit) {
        return Double.isFinite(value) ? Optional.of(new NumberText(value, unit)) : Optional.empty();
    }
}
