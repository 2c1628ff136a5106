package de.hexapolis.query.work;

/** What a person may do about an alert or an order. */
public enum WorkAction {
    ACKNOWLEDGE,
    START,
    DONE,
    NOT_POSSIBLE,
    COMMENT,
    ASSIGN,
    WITHDRAW;

    /** The actions in an address. */
    public static final String IN_PATHS = "acknowledge|start|done|not-possible|comment|assign|withdraw";

    /**
     * As addresses and commands name it: one of {@link #IN_PATHS}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WorkAction named(String word) {
        return Words.named(WorkAction.class, word.replace('-', '_'));
    }

    public String wireName() {
        return Words.wireName(this).replace('_', '-');
    }

    /** Whether it is for staff alone. */
    public boolean isForStaff() {
        return this == ASSIGN || this == WITHDRAW;
    }
}
