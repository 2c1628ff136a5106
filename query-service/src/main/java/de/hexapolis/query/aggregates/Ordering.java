package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Trouble;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the lines of an answer stand, and the buckets of a line. Immutable.
 *
 * @param by the function by whose value over all buckets the lines stand; empty: by the names of their groups
 * @param descending whether the lines stand the other way round
 * @param newestFirst whether the buckets do
 */
public record Ordering(Optional<AggregateFunction> by, boolean descending, boolean newestFirst) {
    public static final Ordering USUAL = new Ordering(Optional.empty(), false, false);

    /** Lines by their values; those without one stand at the end, equal ones as they stood. */
    List<Integer> sorted(List<Integer> lines, IntToDoubleFunction valueOf) {
        Comparator<Integer> byValue = Comparator.comparingDouble(line -> valueOf.applyAsDouble(line));
        return lines.stream()
                .sorted(Comparator.comparing((Integer line) -> Double.isNaN(valueOf.applyAsDouble(line)))
                        .thenComparing(descending ? byValue.reversed() : byValue))
                .toList();
    }

    /** Whether the lines stand by group, the last one first. */
    boolean reversesGroups() {
        return by.isEmpty() && descending;
    }

    /**
     * The ordering that words of the parameter {@code order} ask for: at most one of lines, and one of buckets.
     *
     * @param asked the functions asked for
     * @throws de.hexapolis.query.problem.Problem if a word is none, or one too many
     */
    static Ordering of(List<String> words, List<AggregateFunction> asked) {
        Ordering ordering = USUAL;
        for (String word : words) {
            ordering = ordering.with(word, asked);
        }
        List<String> ofBuckets = words.stream().filter(Ordering::isOfBuckets).toList();
        List<String> ofLines = words.stream().filter(word -> !isOfBuckets(word)).toList();
        for (List<String> same : List.of(ofLines, ofBuckets)) {
            if (same.size() > 1) {
                throw Trouble.INVALID_PARAMETER.problem(
                        "order",
                        "'%s' and '%s' do not go together; one order of lines and one of buckets would do"
                                .formatted(same.get(0), same.get(1)));
            }
        }
        return ordering;
    }

    private static boolean isOfBuckets(String word) {
        return word.equals("start") || word.equals("-start");
    }

    /** This ordering with a word of the parameter {@code order} applied: {@code group}, {@code start}, a function. */
    private Ordering with(String text, List<AggregateFunction> asked) {
        boolean turned = text.startsWith("-");
        String word = turned ? text.substring(1) : text;
        if (word.equals("start")) {
            return new Ordering(by, descending, turned);
        }
        if (word.equals("group")) {
            return new Ordering(Optional.empty(), turned, newestFirst);
        }
        Optional<AggregateFunction> function =
                asked.stream().filter(each -> each.wireName().equals(word)).findFirst();
        if (function.isEmpty()) {
            throw Trouble.INVALID_PARAMETER.problem(
                    "order",
                    "'%s' is no order; group, start or one of the functions asked for (%s) would do, with - the other way round"
                            .formatted(
                                    text,
                                    asked.stream()
                                            .map(AggregateFunction::wireName)
                                            .collect(Collectors.joining(", "))));
        }
        return new Ordering(function, turned, newestFirst);
    }
}
