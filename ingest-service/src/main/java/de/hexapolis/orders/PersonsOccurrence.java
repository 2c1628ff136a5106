package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * An emptying or a watering by a person's word alone: written where nothing else tells of one within three hours. Stateless.
 */
final class PersonsOccurrence {
    private static final String SQL =
            """
            insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
            select n.asset_id, n.city_id, n.kind, n.happened_at, jsonb_build_object('alert', n.alert_id), 'person', n.now
            from (values (?::bigint, ?, ?, ?::timestamptz, ?::bigint, ?::timestamptz))
                as n (asset_id, city_id, kind, happened_at, alert_id, now)
            where not exists (
                select from occurrence o
                where o.asset_id = n.asset_id and o.kind = n.kind and not o.removed
                    and o.happened_at between n.happened_at - interval '3 hours' and n.happened_at + interval '3 hours')
            """;

    private static final String TAKE_BACK =
            """
            update occurrence set removed = true, changed_at = ?
            where asset_id = (select asset_id from alert where alert_id = ?) and told_by = 'person' and not removed
                and corrected_by is null and (detail ->> 'alert')::bigint = ?
            """;

    private PersonsOccurrence() {}

    /** What was written by the person's word of an alert, of which readings now say that it was not so. */
    static void takeBack(Connection connection, long alert, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TAKE_BACK)) {
            update.setObject(1, Columns.of(now));
            update.setLong(2, alert);
            update.setLong(3, alert);
            update.executeUpdate();
        }
    }

    /** Of an alert that a person said is done; none where the work leaves nothing of the kind. */
    static void ofDone(Connection connection, Alert alert, Instant now) throws SQLException {
        Optional<String> kind = alert.facts().work().flatMap(PersonsOccurrence::kindOf);
        Optional<Instant> done = alert.at(Moment.DONE);
        Optional<Long> asset = alert.facts().assetId();
        if (kind.isEmpty() || done.isEmpty() || asset.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setLong(1, asset.get());
            insert.setString(2, alert.facts().city().value());
            insert.setString(3, kind.get());
            insert.setObject(4, Columns.of(done.get()));
            insert.setLong(5, alert.id());
            insert.setObject(6, Columns.of(now));
            insert.executeUpdate();
        }
    }

    /** What work of a kind leaves behind, as the table names it. */
    static Optional<String> kindOf(String work) {
        return switch (work) {
            case "empty" -> Optional.of("emptying");
            case "water" -> Optional.of("watering");
            default -> Optional.empty();
        };
    }
}
