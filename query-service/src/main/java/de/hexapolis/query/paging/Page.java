package de.hexapolis.query.paging;

import java.util.Optional;

/**
 * Which part of a list is asked for. Immutable.
 *
 * @param after the last row of the page before; empty for the first page
 */
public record Page(int limit, Optional<Cursor> after) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int HIGHEST_LIMIT = 1_000;

    /** The key to begin behind, for lists that rise. */
    public long afterKey() {
        return after.map(Cursor::key).orElse(Long.MIN_VALUE);
    }

    /** The key to begin before, for lists that fall. */
    public long beforeKey() {
        return after.map(Cursor::key).orElse(Long.MAX_VALUE);
    }
}
