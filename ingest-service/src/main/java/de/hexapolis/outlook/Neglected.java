package de.hexapolis.outlook;

import de.hexapolis.rules.AssetFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Assets that something is to be made of, handed out in portions, the longest neglected first. To find them all assets of
 * a kind are looked at, so many are found at once; those that another replica was quicker with are left out. One thread.
 */
final class Neglected {
    private static final int FOUND_AT_ONCE = 5_000;
    private static final int PORTION = 100;

    private final ReadAssets which;
    private final Deque<Long> found = new ArrayDeque<>();

    Neglected(ReadAssets which) {
        this.which = which;
    }

    /** Empty: nothing is to be made at present. */
    List<AssetFacts> portion(Connection connection, Instant now) throws SQLException {
        if (found.isEmpty()) {
            found.addAll(which.due(connection, now, FOUND_AT_ONCE));
        }
        List<AssetFacts> portion = List.of();
        while (portion.isEmpty() && !found.isEmpty()) {
            portion = which.stillDue(connection, now, next());
        }
        return portion;
    }

    private List<Long> next() {
        List<Long> next = new ArrayList<>();
        while (next.size() < PORTION && !found.isEmpty()) {
            next.add(found.remove());
        }
        return next;
    }

    /** Whether some were found that have not been handed out. */
    boolean hasMore() {
        return !found.isEmpty();
    }
}
