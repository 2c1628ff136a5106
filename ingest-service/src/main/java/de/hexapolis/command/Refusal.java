package de.hexapolis.command;

/** Leaves a handler at the first thing that cannot be done; {@link RunCommand} alone catches it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandProblem problem;

    Refusal(CommandProblem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    CommandProblem problem() {
        return problem;
    }
}
