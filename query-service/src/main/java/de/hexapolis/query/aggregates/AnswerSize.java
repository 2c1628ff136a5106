package de.hexapolis.query.aggregates;

import de.hexapolis.query.answer.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How many bytes an answer may take until it has been sent: its table and its body. Known before it is made. */
final class AnswerSize {
    /** Twelve digits, sign, point and exponent. */
    private static final int LONGEST_VALUE = 19;

    private static final int START = "2026-07-01T00:00:00+02:00".length();
    /** The names and brackets of a line in JSON. */
    private static final int LINE_IN_JSON = 200;
    /** Quotes and a separator. */
    private static final int AROUND_A_FIELD = 3;

    private AnswerSize() {}

    /** @param shown how many of the lines stand on the page */
    static long of(Asked asked, Gap gap, Format format, int shown) {
        long buckets = asked.calendar().size();
        long table = asked.lines().size()
                * buckets
                * Double.BYTES
                * (asked.functions().size() + 1);
        long body = asked.lines().stream()
                .mapToLong(line -> format.isCsv()
                        ? buckets * csvRow(line, asked.functions())
                        : LINE_IN_JSON + about(line) + buckets * jsonRow(asked.functions(), gap))
                .sorted()
                .skip(asked.lines().size() - shown)
                .sum();
        return table + body;
    }

    private static long jsonRow(List<AggregateFunction> functions, Gap gap) {
        boolean mayBeFilled = gap == Gap.PREVIOUS || gap == Gap.LINEAR;
        long values = functions.stream()
                .mapToLong(function -> ",\"\":".length() + function.wireName().length() + LONGEST_VALUE)
                .sum();
        return "{\"start\":\"\"},".length() + START + values + (mayBeFilled ? ",\"filled\":true".length() : 0);
    }

    private static long csvRow(Line line, List<AggregateFunction> functions) {
        long values = functions.stream()
                .mapToLong(function -> LONGEST_VALUE
                        + 1
                        + (function.isPercentile() ? function.wireName().length() + 1 : 0))
                .sum();
        return about(line) + START + values + ",,day,,false\r\n".length();
    }

    private static long about(Line line) {
        return AnswerCsv.about(line).stream().mapToLong(AnswerSize::field).sum()
                + line.channels().stream().mapToLong(AnswerSize::field).sum();
    }

    private static long field(String text) {
        return (long) text.getBytes(StandardCharsets.UTF_8).length + AROUND_A_FIELD;
    }
}
