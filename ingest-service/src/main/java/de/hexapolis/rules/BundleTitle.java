package de.hexapolis.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is filled in where an order of several alerts is named: {@code {count}}, with its word {@code {count|bin|bins}} for
 * one and for any other number, and {@code {district}}. Pure.
 */
public final class BundleTitle {
    private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNT = Pattern.compile("count(?:\\|([^|]*\\S[^|]*)\\|([^|]*\\S[^|]*))?");
    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final String DISTRICT = "district";

    private BundleTitle() {}

    /** What is no blank of ours stays as it is written. */
    public static String filled(String title, int count, String district) {
        return BLANK.matcher(title)
                .replaceAll(blank ->
                        Matcher.quoteReplacement(word(blank, count, district).orElse(blank.group())));
    }

    /** Blanks that nothing is filled into, as they are written, and braces that belong to none. */
    static List<String> unknown(String title) {
        Stream<String> blanks = BLANK.matcher(title)
                .results()
                .filter(blank -> word(blank, 1, DISTRICT).isEmpty())
                .map(MatchResult::group);
        Stream<String> braces =
                BRACE.matcher(BLANK.matcher(title).replaceAll("")).results().map(MatchResult::group);
        return Stream.concat(blanks, braces).toList();
    }

    /** Empty where it is no blank of ours. */
    private static Optional<String> word(MatchResult blank, int count, String district) {
        if (blank.group(1).equals(DISTRICT)) {
            return Optional.of(district);
        }
        Matcher counted = COUNT.matcher(blank.group(1));
        if (!counted.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                counted.group(1) == null ? String.valueOf(count) : count + " " + counted.group(count == 1 ? 1 : 2));
    }
}
