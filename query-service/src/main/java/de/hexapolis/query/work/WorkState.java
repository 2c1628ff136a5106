package de.hexapolis.query.work;

/** Where an alert, or an order, stands. */
public enum WorkState {
    OPEN,
    NOTIFIED,
    ACKNOWLEDGED,
    IN_PROGRESS,
    DONE,
    NOT_POSSIBLE,
    VERIFIED,
    WITHDRAWN;

    /** Completes "'x' is not …". */
    public static final String WANTED =
            "a state: open, notified, acknowledged, in_progress, done, not_possible, verified or withdrawn";

    /** @throws IllegalArgumentException if there is none */
    public static WorkState named(String wireName) {
        return Words.named(WorkState.class, wireName);
    }

    public String wireName() {
        return Words.wireName(this);
    }

    public boolean isClosed() {
        return this == VERIFIED || this == WITHDRAWN;
    }
}
