package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes who is told of what, and that the notices are spread. Stateless. */
final class InsertDeliveries {
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final String INSERT =
            """
            insert into delivery (notice_id, channel_id, not_before, give_up_at)
            select notice_id, channel_id, not_before, give_up_at
            from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                as d (notice_id, channel_id, not_before, give_up_at)
            order by notice_id, channel_id
            on conflict (notice_id, channel_id) do nothing
            """;

    private static final String SPREAD = "update notice set spread = true where notice_id = any (?)";

    /** One row to come. */
    record Planned(long noticeId, long channelId, Instant notBefore) {}

    private InsertDeliveries() {}

    static void on(Connection connection, Collection<Told> notices, List<Planned> planned) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement spread = connection.prepareStatement(SPREAD)) {
            if (!planned.isEmpty()) {
                List<Instant> giveUp = new ArrayList<>();
                planned.forEach(each -> giveUp.add(each.notBefore.plus(PATIENCE)));
                insert.setArray(
                        1,
                        Rows.numbers(
                                connection,
                                planned.stream().map(Planned::noticeId).toList()));
                insert.setArray(
                        2,
                        Rows.numbers(
                                connection,
                                planned.stream().map(Planned::channelId).toList()));
                insert.setArray(
                        3,
                        Rows.instants(
                                connection,
                                planned.stream().map(Planned::notBefore).toList()));
                insert.setArray(4, Rows.instants(connection, giveUp));
                insert.executeUpdate();
            }
            spread.setArray(
                    1,
                    Rows.numbers(
                            connection, notices.stream().map(Told::noticeId).toList()));
            spread.executeUpdate();
        }
    }
}
