package de.hexapolis.trials.report;

import java.util.List;

/**
 * One row of the matrix, or one group of figures, with what was found. Immutable.
 *
 * @param skipped why it was not run; empty if it was
 */
public record Section(String id, String title, double seconds, List<Check> checks, String skipped) {
    public Section {
        checks = List.copyOf(checks);
    }

    public static Section ran(String id, String title, double seconds, List<Check> checks) {
        return new Section(id, title, seconds, checks, "");
    }

    public static Section skipped(String id, String title, String why) {
        return new Section(id, title, 0, List.of(), why);
    }

    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    String verdict() {
        if (!skipped.isEmpty()) {
            return "NOT RUN";
        }
        return holds() ? "pass" : "FAIL";
    }
}
