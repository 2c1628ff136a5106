package de.hexapolis.query.live;

/**
 * What is kept of the log of notices. Immutable.
 *
 * @param oldest the least number; 0 if nothing is kept
 * @param newest the greatest
 */
record NoticeLog(long oldest, long newest) {
    /** Who has missed more loads anew what he shows, which is quicker for both. */
    static final int MOST_REPLAYED = 10_000;

    /** Whether everything that came after a number can be told. */
    boolean goesOnAfter(long number) {
        return number >= oldest - 1 && number <= newest && newest - number <= MOST_REPLAYED;
    }
}
