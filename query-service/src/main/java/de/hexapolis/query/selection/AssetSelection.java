package de.hexapolis.query.selection;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.status.AssetStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a filter to the assets that it means and that the caller may see, by id. Stateless. */
public final class AssetSelection {
    private AssetSelection() {}

    /**
     * The first assets with an id above {@code afterId}, of those that are not retired.
     *
     * @param now decides which readings are too old for a status word
     * @param limit how many at most; ask for one more than wanted to learn whether there are more
     * @throws de.hexapolis.query.problem.Problem if the filter names what there is not
     */
    public static List<SelectedAsset> select(
            Connection connection, AssetFilter filter, Caller caller, Instant now, long afterId, int limit)
            throws SQLException {
        return select(connection, filter, caller, now, new SelectAssets.Part(afterId, limit, Optional.empty()));
    }

    /**
     * At most so many assets, among them retired ones of which something was heard then or later: to retire an asset must
     * not change what has been.
     */
    public static List<SelectedAsset> selectSince(
            Connection connection, AssetFilter filter, Caller caller, Instant now, Instant heardSince, int limit)
            throws SQLException {
        SelectAssets.Part part = new SelectAssets.Part(Long.MIN_VALUE, limit, Optional.of(heardSince));
        return select(connection, filter, caller, now, part);
    }

    private static List<SelectedAsset> select(
            Connection connection, AssetFilter filter, Caller caller, Instant now, SelectAssets.Part part)
            throws SQLException {
        FilterWords.check(connection, filter, caller);
        if (filter.statuses().isEmpty()) {
            return SelectAssets.run(connection, filter, caller, part);
        }
        List<SelectedAsset> candidates = SelectAssets.run(connection, filter, caller, part.withoutLimit());
        AssetStates states = AssetStates.of(
                connection, candidates.stream().map(SelectedAsset::id).toList(), now);
        return candidates.stream()
                .filter(asset ->
                        filter.statuses().contains(states.of(asset.id()).word()))
                .limit(part.limit())
                .toList();
    }
}
