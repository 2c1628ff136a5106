package de.hexapolis.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts an asset aside that cannot be judged, so that it holds nobody up: what made it due goes, and it is looked at again
 * after 2, 4, 8 minutes and so on, at most an hour. Stateless.
 */
final class ParkFaulty {
    private static final int MOST_DOUBLED = 6;
    private static final Duration MOST = Duration.ofHours(1);

    private static final String CLAIM = "select faults + 1 from asset_watch where asset_id = ? for update skip locked";
    private static final String FORGET = "delete from due where asset_id = ?";
    private static final String LATER = "update asset_watch set faults = least(?, 100), next_at = ? where asset_id = ?";

    private ParkFaulty() {}

    /** @return when it is looked at again; empty: another judge holds it, and sees for itself */
    static Optional<Instant> on(Connection connection, long asset, Instant now) throws SQLException {
        OptionalInt faults = faults(connection, asset);
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setLong(1, asset);
            forget.executeUpdate();
        }
        Instant again = now.plus(pause(faults.getAsInt()));
        try (PreparedStatement later = connection.prepareStatement(LATER)) {
            later.setInt(1, faults.getAsInt());
            later.setObject(2, SqlTimes.of(again));
            later.setLong(3, asset);
            later.executeUpdate();
        }
        return Optional.of(again);
    }

    private static OptionalInt faults(Connection connection, long asset) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, asset);
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    private static Duration pause(int faults) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(faults, MOST_DOUBLED));
        return doubled.compareTo(MOST) < 0 ? doubled : MOST;
    }
}
