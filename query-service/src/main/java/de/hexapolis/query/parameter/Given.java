package de.hexapolis.query.parameter;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter as it was given, perhaps several times. Immutable. Refuses control characters, and what was given
 * but holds nothing: it would ask for everything.
 *
 * @param texts what was given; those that are blank beside others are left out
 */
public record Given(String name, List<String> texts) {
    private static final int LONGEST_ECHO = 80;

    public Given {
        boolean wasGiven = !texts.isEmpty();
        texts = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (wasGiven && texts.isEmpty()) {
            throw Trouble.emptyParameter(name);
        }
        if (!texts.stream().allMatch(PlainText::is)) {
            throw Trouble.INVALID_PARAMETER.problem(name, "holds a control character");
        }
    }

    public static Given of(String name, @Nullable String text) {
        return new Given(name, text == null ? List.of() : List.of(text));
    }

    /** The one text; refused if the parameter was given more than once. */
    public Optional<String> text() {
        if (texts.size() > 1) {
            throw Trouble.repeatedParameter(name, texts.size());
        }
        return texts.stream().findFirst();
    }

    /** The items of a list, separated by commas or by giving the parameter again. */
    public List<String> items() {
        List<String> items = texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.isEmpty() && !texts.isEmpty()) {
            throw Trouble.emptyParameter(name);
        }
        return items;
    }

    /**
     * The items as values.
     *
     * @param wanted completes "'x' is not …"
     * @param parse throws {@link IllegalArgumentException} for what is no value
     */
    public <T> List<T> items(String wanted, Function<String, T> parse) {
        return items().stream().map(item -> parsed(item, wanted, parse)).toList();
    }

    /** The one value, if given; see {@link #items(String, Function)}. */
    public <T> Optional<T> value(String wanted, Function<String, T> parse) {
        return text().map(text -> parsed(text, wanted, parse));
    }

    /** @param hint follows the bounds in a refusal; may be empty */
    public int integer(int lowest, int highest, int otherwise, String hint) {
        String wanted = "a whole number from %d to %d%s".formatted(lowest, highest, hint);
        int number = value(wanted, Integer::parseInt).orElse(otherwise);
        if (number < lowest || number > highest) {
            throw refused(String.valueOf(number), wanted);
        }
        return number;
    }

    public Optional<Boolean> yesOrNo() {
        return value("true or false", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return text.equals("true");
        });
    }

    public Optional<Instant> instant() {
        return value("a time with offset such as 2026-07-01T00:00:00+02:00 or 2026-06-30T22:00:00Z", Rfc3339::instant);
    }

    /** The problem that the value is not what is wanted. */
    public Problem refused(String value, String wanted) {
        String echo = value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
        return Trouble.INVALID_PARAMETER.problem(name, "'%s' is not %s".formatted(echo, wanted));
    }

    private <T> T parsed(String item, String wanted, Function<String, T> parse) {
        try {
            return parse.apply(item);
        } catch (IllegalArgumentException notOne) {
            throw refused(item, wanted);
        }
    }
}
