package de.hexapolis.query.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

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

    /** One more than are shown, which tells whether there is a next page. */
    public int rowsToRead() {
        return limit + 1;
    }

    /**
     * The rows that are shown, of those that were read.
     *
     * @param read as many as {@link #rowsToRead()}, or all there are
     * @param key of a row, behind which the next page goes on
     */
    public <T> PageOf<T> cut(List<T> read, ToLongFunction<T> key) {
        if (read.size() <= limit) {
            return new PageOf<>(read, Optional.empty());
        }
        T last = read.get(limit - 1);
        return new PageOf<>(read.subList(0, limit), Optional.of(new Cursor(key.applyAsLong(last))));
    }
}
