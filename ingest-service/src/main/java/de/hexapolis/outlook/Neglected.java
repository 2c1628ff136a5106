package de.hexapolis.outlook;

import de.hexapolis.rules.AssetFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Assets that something is to be made of, handed out in portions, the longest neglected first. To find them all assets of
 * a kind are looked at, so many are found at once; those that another replica was quicker with are left out. Those of
 * which nothing can be made stay due and would always come first: they have their turn once an hour. One thread.
 */
final class Neglected {
    private static final int FOUND_AT_ONCE = 5_000;
    private static final int PORTION = 100;
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    /** In portions: of more assets than a city has. */
    private static final int MOST_LEFT_ALONE = 2_000;

    private final ReadAssets which;
    private final Deque<Long> found = new ArrayDeque<>();
    private final Deque<Hopeless> hopeless = new ArrayDeque<>();

    Neglected(ReadAssets which) {
        this.which = which;
    }

    /** Empty: nothing is to be made at present. */
    List<AssetFacts> portion(Connection connection, Instant now) throws SQLException {
        if (found.isEmpty()) {
            found.addAll(which.due(connection, now, leftAlone(now), FOUND_AT_ONCE));
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

    private List<Long> leftAlone(Instant now) {
        hopeless.removeIf(of -> !now.isBefore(of.tried.plus(LEFT_ALONE)));
        return hopeless.stream().flatMap(of -> of.assets.stream()).toList();
    }

    /** To be called when a portion has been worked on: nothing could be made of those that are due all the same. */
    void worked(Connection connection, Instant now, List<AssetFacts> portion) throws SQLException {
        List<Long> assets = portion.stream().map(AssetFacts::id).toList();
        List<Long> unmade = assets.isEmpty()
                ? assets
                : which.stillDue(connection, now, assets).stream()
                        .map(AssetFacts::id)
                        .toList();
        if (!unmade.isEmpty()) {
            hopeless.add(new Hopeless(now, unmade));
        }
        if (hopeless.size() > MOST_LEFT_ALONE) {
            hopeless.remove();
        }
    }

    /** Whether some were found that have not been handed out. */
    boolean hasMore() {
        return !found.isEmpty();
    }

    /** Of one portion. */
    private record Hopeless(Instant tried, List<Long> assets) {}
}
