package de.hexapolis.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile file that cannot be used, with all its faults. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ProfileProblem> problems;

    public ProfileException(List<ProfileProblem> problems) {
        super(problems.stream().map(ProfileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the file. */
    public List<ProfileProblem> problems() {
        return problems;
    }
}
