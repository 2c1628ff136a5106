package de.hexapolis.store;

/** What became of a message; each has exactly one. */
public enum Outcome {
    /** At least a part of it is new and kept. */
    STORED,
    /** All of it was kept before. */
    DUPLICATE,
    /** It carried nothing to keep. */
    IGNORED,
    /** Nothing of it is new, and at least a part was refused. */
    QUARANTINED
}
