package de.hexapolis.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes the names of persons out of what is over; {@code person} stands there afterwards. The secrets of channels, which a
 * command's result answers to whoever repeats the command, go after an hour. Stateless.
 */
final class Forgotten {
    private static final Duration SECRETS_ARE_ANSWERED = Duration.ofHours(1);

    private static final List<String> NAMES = List.of(
            """
            update history set actor = 'person', detail = detail - 'assignee' - 'text' where history_id in (
                select history_id from history
                where at < ? and actor not in ('sensor', 'rule', 'timer', 'person') limit 10000)
            """,
            "update alert set assignee = 'person' where closed_at < ? and assignee <> 'person'",
            "update work_order set assignee = 'person' where closed_at < ? and assignee <> 'person'",
            """
            update occurrence set corrected_by = 'person', detail = detail - 'text'
            where corrected_at < ? and corrected_by <> 'person'
            """,
            """
            update series_flag set detail = detail - 'text' where until_at < ? and set_by <> 'sensor' and detail ?? 'text'
            """,
            """
            update command set requested_by = 'person', body = body - 'assignee' - 'text' - 'owner'
            where command_id in (
                select command_id from command where finished_at < ? and requested_by <> 'person' limit 10000)
            """);

    private static final String SECRETS =
            """
            update command set result = result - 'secret', body = body - 'keys'
            where kind = 'put-channel' and finished_at < ? and (result ?? 'secret' or body ?? 'keys')
            """;

    private Forgotten() {}

    static void apply(Connection connection, Instant before, Instant now) throws SQLException {
        for (String sql : NAMES) {
            Batches.untilNoneIsLeft(connection, sql, before);
        }
        Batches.untilNoneIsLeft(connection, SECRETS, now.minus(SECRETS_ARE_ANSWERED));
    }
}
