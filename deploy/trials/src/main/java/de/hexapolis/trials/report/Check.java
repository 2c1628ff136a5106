package de.hexapolis.trials.report;

import java.util.List;
import java.util.Locale;

/**
 * Something that must hold, with what was found. Immutable.
 *
 * @param found with its unit
 * @param wanted in words, such as {@code at most 5 s}
 */
public record Check(String name, String found, String wanted, boolean holds) {
    /** A number that must be the wanted one. */
    public static Check equal(String name, long found, long wanted) {
        return new Check(name, String.valueOf(found), String.valueOf(wanted), found == wanted);
    }

    /** Things of which there must be none; the first three are named. */
    public static Check none(String name, List<String> found) {
        String named = String.join(", ", found.subList(0, Math.min(3, found.size())));
        return new Check(name, found.isEmpty() ? "0" : "%d: %s".formatted(found.size(), named), "0", found.isEmpty());
    }

    public static Check atMost(String name, double found, double most, String unit) {
        return new Check(name, text(found, unit), "at most " + text(most, unit), found <= most);
    }

    public static Check atLeast(String name, double found, double least, String unit) {
        return new Check(name, text(found, unit), "at least " + text(least, unit), found >= least);
    }

    /** A figure without a target. */
    public static Check figure(String name, double found, String unit) {
        return new Check(name, text(found, unit), "", true);
    }

    /** Whether it limits a time, which a machine that others work on too may miss with nothing lost. */
    public boolean isTimeLimit() {
        return wanted.startsWith("at most ") && (wanted.endsWith(" s") || wanted.endsWith(" ms"));
    }

    static String text(double number, String unit) {
        String digits = Math.abs(number) >= 100 || number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
        return unit.isEmpty() ? digits : digits + " " + unit;
    }
}
