package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A field against a constant; numbers count as numbers also where the device sends them as text, with
 * or without a unit. Immutable.
 *
 * @param field empty for {@code $port}
 * @param number the constant, where it is one
 */
record Comparison(Optional<FieldPath> field, Operator operator, String constant, OptionalDouble number)
        implements Condition {
    private static final String PORT = "$port";

    enum Operator {
        EQUAL("=="),
        DIFFERENT("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        BELOW("<"),
        ABOVE(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        private boolean accepts(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
                case BELOW -> order < 0;
                case ABOVE -> order > 0;
            };
        }
    }

    /** Empty if the text compares nothing. */
    static Optional<Condition> parse(String text) {
        for (Operator operator : Operator.values()) {
            int at = Syntax.find(text, operator.symbol, 0);
            if (at > 0) {
                return Optional.of(of(
                        text.substring(0, at).strip(),
                        operator,
                        text.substring(at + operator.symbol.length()).strip()));
            }
        }
        return Optional.empty();
    }

    private static Comparison of(String field, Operator operator, String constant) {
        boolean quoted = Syntax.isQuoted(constant);
        String value = quoted ? constant.substring(1, constant.length() - 1) : constant;
        OptionalDouble number = quoted ? OptionalDouble.empty() : NumberText.parse(value);
        boolean isOrder = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
        boolean isWord = List.of("true", "false", "null").contains(value);
        if (!quoted && number.isEmpty() && (isOrder || !isWord)) {
            throw new IllegalArgumentException("%s %s %s: the right side must be a number, true, false or 'text'"
                    .formatted(field, operator.symbol, Excerpt.quoted(constant)));
        }
        Optional<FieldPath> path = field.equals(PORT) ? Optional.empty() : Optional.of(FieldPath.parse(field));
        return new Comparison(path, operator, value, number);
    }

    @Override
    public boolean holds(JsonNode node, int port) {
        JsonNode left = field.isPresent() ? field.get().first(node) : IntNode.valueOf(port);
        if (left.isMissingNode()) {
            return false;
        }
        if (number.isEmpty()) {
            String right = left.isNumber() ? ScalarText.ofNumber(constant) : constant;
            return left.isValueNode() && operator.accepts(ScalarText.of(left).compareTo(right));
        }
        Optional<NumberText> value = NumberText.read(left);
        return value.isPresent()
                ? operator.accepts(Double.compare(value.get().value(), number.getAsDouble()))
                : operator == Operator.DIFFERENT;
    }
}
