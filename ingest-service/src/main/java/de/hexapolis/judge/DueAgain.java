package de.hexapolis.judge;

import de.hexapolis.registry.DueAssets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Leaves assets to be judged once more of which a reading was committed between reading and setting the bands: it was held
 * against the old band, and the judge has not seen it. Stateless.
 */
final class DueAgain {
    private DueAgain() {}

    /** @param missed by asset, the newest instant that was seen: what was missed came after it */
    static void on(Connection connection, Map<Long, Instant> missed, Instant now) throws SQLException {
        for (Map.Entry<Long, Instant> one : missed.entrySet()) {
            DueAssets.of(connection, List.of(one.getKey()), one.getValue(), now);
        }
    }
}
