package de.hexapolis.query.work;

/** How bad it is, rising; the store keeps the ordinal. */
public enum Severity {
    INFO,
    WARNING,
    URGENT,
    CRITICAL;

    /** Completes "'x' is not …". */
    public static final String WANTED = "a severity: info, warning, urgent or critical";

    /** @throws IllegalArgumentException if there is none */
    public static Severity named(String wireName) {
        return Words.named(Severity.class, wireName);
    }

    /** As the store has it. */
    public static Severity of(int ordinal) {
        return values()[ordinal];
    }

    public String wireName() {
        return Words.wireName(this);
    }
}
