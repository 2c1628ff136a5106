package de.hexapolis.query.assets;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.paging.Cursor;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.selection.AssetFilter;
import de.hexapolis.query.selection.AssetSelection;
import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.status.AssetStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of assets, as much of each as the fields ask for. Immutable.
 *
 * @param next where the next page begins, if there is one
 */
record AssetList(List<AssetRow> rows, Set<AssetField> fields, Instant now, Optional<Cursor> next) {
    private static final ZoneId WHERE_CLOCKS_DIFFER = ZoneId.of("Europe/Berlin");

    /** The day that it is now in the assets' cities. */
    LocalDate today() {
        Set<ZoneId> zones = rows.stream().map(row -> row.place().zone()).collect(Collectors.toSet());
        return LocalDate.ofInstant(now, zones.size() == 1 ? zones.iterator().next() : WHERE_CLOCKS_DIFFER);
    }

    static AssetList read(
            Connection connection, AssetFilter filter, Caller caller, Page page, Set<AssetField> fields, Instant now)
            throws SQLException {
        PageOf<SelectedAsset> places = page.cut(
                AssetSelection.select(connection, filter, caller, now, page.afterKey(), page.rowsToRead()),
                SelectedAsset::id);
        List<Long> ids = places.rows().stream().map(SelectedAsset::id).toList();
        Map<Long, AssetDescription> descriptions =
                fields.stream().anyMatch(AssetField::isDescriptive) ? ReadDescriptions.run(connection, ids) : Map.of();
        AssetStates states = fields.stream().anyMatch(AssetField::isOfItsState)
                ? AssetStates.of(connection, ids, now)
                : AssetStates.NONE;
        List<AssetRow> rows = new ArrayList<>(ids.size());
        for (SelectedAsset place : places.rows()) {
            rows.add(new AssetRow(
                    place, descriptions.getOrDefault(place.id(), AssetDescription.UNREAD), states.of(place.id())));
        }
        return new AssetList(rows, fields, now, places.next());
    }
}
