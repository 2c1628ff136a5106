package de.hexapolis.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Deletes notices that were told long ago, with their deliveries. Stateless. */
final class OldNotices {
    private static final String SQL =
            """
            delete from notice where notice_id in (
                select n.notice_id from notice n
                where n.at < ? and n.spread and not exists (
                    select from delivery d where d.notice_id = n.notice_id and d.state = 'waiting')
                order by n.at limit 10000)
            """;

    private OldNotices() {}

    static void delete(Connection connection, Instant before) throws SQLException {
        Batches.untilNoneIsLeft(connection, SQL, before);
    }
}
