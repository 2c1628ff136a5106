package de.hexapolis.query.problem;

/**
 * Ends a request with an error that its sender can read. Immutable; carries no stack trace, because nothing is broken
 * here.
 */
public final class Problem extends RuntimeException {
    private final ProblemDocument document;

    public Problem(ProblemDocument document) {
        super(document.detail(), null, false, false);
        this.document = document;
    }

    public ProblemDocument document() {
        return document;
    }
}
