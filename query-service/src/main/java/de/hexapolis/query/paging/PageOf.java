package de.hexapolis.query.paging;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one page of a list. Immutable.
 *
 * @param next where the next page begins, if there is one
 */
public record PageOf<T>(List<T> rows, Optional<Cursor> next) {
    public PageOf {
        rows = List.copyOf(rows);
    }
}
