package de.hexapolis.judge;

import de.hexapolis.registry.DueAssets;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The assets whose silence an alert at a common cause explains. Stateless. */
final class AlertMembers {
    private static final String INSERT =
            """
            insert into alert_member (alert_id, asset_id, since)
            select a.alert_id, m.asset_id, ?
            from alert a, unnest(?::bigint[]) as m (asset_id)
            where a.subject = ? and a.rule_id = ? and a.closed_at is null
            on conflict do nothing
            """;
    private static final String RELEASE =
            """
            update alert_member m set until_at = ?
            from alert a
            where a.alert_id = m.alert_id and m.until_at is null and (
                exists (
                    select from installation i join device_route r using (device_id)
                    where i.asset_id = m.asset_id and (i.installed_until is null or i.installed_until > ?)
                        and r.heard_at > a.began_at
                        and case when a.subject like 'gateway:%' then a.subject not like 'gateway:' || r.gateway || '/%'
                            else a.subject not like 'source:' || r.source || '/%' end)
                or not exists (
                    select from installation i join asset s using (asset_id)
                    where i.asset_id = m.asset_id and not s.retired
                        and (i.installed_until is null or i.installed_until > ?)))
            returning m.asset_id
            """;
    private static final String RELEASE_CLOSED =
            """
            update alert_member m set until_at = ?
            from alert a
            where a.alert_id = m.alert_id and m.until_at is null and a.closed_at is not null
            returning m.asset_id
            """;
    private static final String ABANDONED =
            """
            select alert_id from alert a
            where asset_id is null and closed_at is null and (subject like 'source:%' or subject like 'gateway:%')
                and not exists (select from alert_member m where m.alert_id = a.alert_id and m.until_at is null)
            """;
    private static final String EXPLAINED =
            """
            select distinct own.asset_id
            from alert_member m
            join alert a on a.alert_id = m.alert_id
            join alert own on own.asset_id = m.asset_id and own.began_at >= a.began_at
            where m.until_at is null and own.closed_at is null and own.rule_id = any (?)
            """;

    private AlertMembers() {}

    /** Of the alert that is open for the subject. */
    static void add(Connection connection, String subject, String rule, long[] assets, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, SqlTimes.of(now));
            statement.setArray(2, PostgresArray.of(connection, assets));
            statement.setString(3, subject);
            statement.setString(4, rule);
            statement.executeUpdate();
        }
    }

    /** The open alerts that concern nobody any more. */
    static Set<Long> abandoned(Connection connection) throws SQLException {
        Set<Long> alerts = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(ABANDONED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                alerts.add(row.getLong(1));
            }
        }
        return alerts;
    }

    /**
     * Lets those go who are heard in another way, or where no device is any more; they are to be judged by themselves
     * again.
     */
    static void release(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setObject(1, SqlTimes.of(now));
            statement.setObject(2, SqlTimes.of(now));
            statement.setObject(3, SqlTimes.of(now));
            due(connection, statement, now);
        }
    }

    /** Lets those go whose alert is over, also the one that this transaction closed. */
    static void releaseClosed(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE_CLOSED)) {
            statement.setObject(1, SqlTimes.of(now));
            due(connection, statement, now);
        }
    }

    /** Has those judged that have an alert of their own which began later: it will be taken back. */
    static void recall(Connection connection, Collection<String> rules, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPLAINED)) {
            statement.setArray(1, connection.createArrayOf("text", rules.toArray()));
            due(connection, statement, now);
        }
    }

    private static void due(Connection connection, PreparedStatement statement, Instant now) throws SQLException {
        List<Long> assets = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                assets.add(row.getLong(1));
            }
        }
        if (!assets.isEmpty()) {
            DueAssets.of(connection, assets, now, now);
        }
    }
}
