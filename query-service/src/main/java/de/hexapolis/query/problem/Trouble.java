package de.hexapolis.query.problem;

import java.util.Locale;

/** Everything that this service refuses for, with its stable code on the wire. */
public enum Trouble {
    INVALID_PARAMETER(400, "Invalid parameter"),
    UNKNOWN_PARAMETER(400, "Unknown parameter"),
    INVALID_BODY(400, "Invalid body"),
    /** More than one answer may hold; the detail says which size would do. */
    TOO_LARGE(400, "Too large"),
    UNAUTHENTICATED(401, "Not signed in"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    KEY_ALREADY_USED(409, "Idempotency key already used"),
    BODY_TOO_LARGE(413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** Of one person, or of all. */
    TOO_MANY_STREAMS(429, "Too many streams"),
    /** A defect of ours; the log knows more. */
    DEFECT(500, "Internal error"),
    TOO_SLOW(503, "Took too long"),
    /** Others ask for too much right now; to be tried again. */
    BUSY(503, "Busy"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    Trouble(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The name on the wire, such as {@code invalid-parameter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public Problem problem(String detail) {
        return new Problem(new ProblemDocument(status, code(), title, detail, null, null));
    }

    /** A parameter that was given but holds nothing, and so would ask for everything. */
    public static Problem emptyParameter(String name) {
        return INVALID_PARAMETER.problem(name, "is empty; give a value, or leave it out");
    }

    /** A parameter that was given several times though one alone would count. */
    public static Problem repeatedParameter(String name, int times) {
        return INVALID_PARAMETER.problem(name, "given %d times; once would do".formatted(times));
    }

    /** A problem of one parameter; the detail begins with its name. */
    public Problem problem(String parameter, String detail) {
        return new Problem(new ProblemDocument(status, code(), title, parameter + ": " + detail, parameter, null));
    }
}
