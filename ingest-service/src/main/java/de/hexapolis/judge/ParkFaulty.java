package de.hexapolis.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Puts an asset aside that cannot be judged, so that it holds nobody up: what made it due goes, and it is looked at again
 * after 2, 4, 8 minutes and so on, at most an hour. Stateless.
 */
final class ParkFaulty {
    private static final int MOST_DOUBLED = 6;
    private static final Duration MOST = Duration.ofHours(1);

    private static final String FORGET = "delete from due where asset_id = ?";
    private static final String FAULT =
            "update asset_watch set faults = least(faults + 1, 100) where asset_id = ? returning faults";
    private static final String LATER = "update asset_watch set next_at = ? where asset_id = ?";

    private ParkFaulty() {}

    /** @return when it is looked at again */
    static Instant on(Connection connection, long asset, Instant now) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setLong(1, asset);
            forget.executeUpdate();
        }
        Instant again = now.plus(pause(faults(connection, asset)));
        try (PreparedStatement later = connection.prepareStatement(LATER)) {
            later.setObject(1, SqlTimes.of(again));
            later.setLong(2, asset);
            later.executeUpdate();
        }
        return again;
    }

    private static int faults(Connection connection, long asset) throws SQLException {
        try (PreparedStatement fault = connection.prepareStatement(FAULT)) {
            fault.setLong(1, asset);
            try (ResultSet row = fault.executeQuery()) {
                return row.next() ? row.getInt(1) : 1;
            }
        }
    }

    private static Duration pause(int faults) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(faults, MOST_DOUBLED));
        return doubled.compareTo(MOST) < 0 ? doubled : MOST;
    }
}
