package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Rollups of a city against a recomputation from raw: what has no mark must be the same, and no mark may stay. */
final class RollupCheck {
    private static final String DIFFERING = read("differing_rollups.sql");
    private static final String ROLLED =
            "select count(*) from rollup_hour r join series s on s.series_id = r.series_id where s.city_id = ?";
    private static final String MARKS =
            "select count(*) from rollup_mark m join series s on s.series_id = m.series_id where s.city_id = ?";
    private static final Duration WORKED_OFF = Duration.ofSeconds(60);

    private RollupCheck() {}

    static List<Check> of(World world, String city) throws SQLException, InterruptedException {
        long differing = count(world, DIFFERING, city);
        Patience.reached(WORKED_OFF, () -> count(world, MARKS, city) == 0);
        long marks = count(world, MARKS, city);
        return List.of(
                Check.equal("unmarked rollups that differ from raw", differing, 0),
                Check.equal("marks left a minute later", marks, 0),
                Check.equal("rollups that differ from raw then", count(world, DIFFERING, city), 0),
                Check.atLeast("hours rolled up", (double) count(world, ROLLED, city), 1, ""));
    }

    private static long count(World world, String sql, String city) throws SQLException {
        try (Connection connection = world.database().open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, city);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(RollupCheck.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
