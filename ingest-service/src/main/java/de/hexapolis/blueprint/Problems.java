package de.hexapolis.blueprint;

import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.ProfileProblem;
import de.hexapolis.rules.RuleFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the faults of a pack, so that all are told at once; more than 1,000 are only counted. All that is told is
 * cleaned: keys, values and names of files are foreign, reasons quote them, and the database takes no NUL. One thread.
 */
final class Problems {
    private static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private int untold;

    void add(String file, int line, String field, String value, String reason) {
        if (found.size() < MOST) {
            found.add(new Problem(
                    Excerpt.of(file, 200),
                    line,
                    Excerpt.of(field, 120),
                    Excerpt.of(value, 80),
                    Excerpt.of(reason, 2_000)));
        } else {
            untold++;
        }
    }

    void add(String file, String reason) {
        add(file, 0, "(file)", "", reason);
    }

    void add(RuleFault fault) {
        add(fault.file(), fault.line(), fault.field(), fault.value(), fault.reason());
    }

    void add(ProfileProblem problem) {
        add(problem.file(), problem.line(), problem.field(), "", problem.reason());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(found);
        if (untold > 0) {
            all.add(new Problem("", 0, "", "", untold + " more problems"));
        }
        return List.copyOf(all);
    }
}
