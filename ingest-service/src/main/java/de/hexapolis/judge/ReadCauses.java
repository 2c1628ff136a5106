package de.hexapolis.judge;

import de.hexapolis.pulse.OwnOutage;
import de.hexapolis.rules.Causes;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What explains that devices of assets are silent: sources and gateways of which that is told, and until when those were
 * quiet or the platform itself was away. Immutable.
 */
final class ReadCauses {
    private static final String MEMBERS =
            """
            select m.asset_id, a.subject, a.began_at, m.until_at
            from alert_member m join alert a using (alert_id)
            where m.asset_id = any (?)
            """;
    private static final String QUIET_SOURCES =
            """
            select i.asset_id, max(p.heard_at) as until_at
            from installation i
            join device_route r on r.device_id = i.device_id
            join pulse p on p.subject = 'source-gap:' || r.source
            where i.asset_id = any (?) and (i.installed_until is null or i.installed_until > ?)
                -- who moved to another source, or is heard through two, is not held back by this one
                and not exists (select from device_route other
                    where other.device_id = r.device_id and other.source <> r.source
                        and other.heard_at >= p.heard_at - interval '7 days')
            group by i.asset_id
            """;

    private final Instant outageUntil;
    private final Map<Long, Map<String, Instant>> silentSince = new HashMap<>();
    private final Map<Long, Instant> quietUntil = new HashMap<>();

    private ReadCauses(Instant outageUntil) {
        this.outageUntil = outageUntil;
    }

    static ReadCauses on(Connection connection, long[] assets, Instant now) throws SQLException {
        ReadCauses causes = new ReadCauses(OwnOutage.until(connection, now));
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    causes.member(row);
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(QUIET_SOURCES)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            statement.setObject(2, SqlTimes.of(now));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    causes.quiet(row.getLong("asset_id"), SqlTimes.instant(row, "until_at"));
                }
            }
        }
        return causes;
    }

    private void member(ResultSet row) throws SQLException {
        long asset = row.getLong("asset_id");
        if (row.getObject("until_at") == null) {
            silentSince
                    .computeIfAbsent(asset, none -> new HashMap<>())
                    .put(row.getString("subject"), SqlTimes.instant(row, "began_at"));
        } else {
            quiet(asset, SqlTimes.instant(row, "until_at"));
        }
    }

    private void quiet(long asset, Instant until) {
        quietUntil.merge(asset, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    Causes of(long asset) {
        Instant until = quietUntil.getOrDefault(asset, Instant.EPOCH);
        return new Causes(silentSince.getOrDefault(asset, Map.of()), until.isAfter(outageUntil) ? until : outageUntil);
    }
}
