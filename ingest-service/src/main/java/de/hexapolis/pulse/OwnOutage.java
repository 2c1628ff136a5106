package de.hexapolis.pulse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When the platform itself was away last: nobody was heard then, and no device is to blame. While it runs it notes, as
 * {@code platform}, until when nobody need doubt that; whoever finds that this has passed notes, as {@code platform-gap},
 * when it came back. Who asks before that was noted gets the right answer, too. Stateless.
 */
public final class OwnOutage {
    private static final String NOTE =
            """
            insert into pulse (subject, heard_at)
            select 'platform-gap', now.instant
            from (select ?::timestamptz as instant) now
            where not exists (select from pulse where subject = 'platform' and heard_at >= now.instant)
            union all
            select 'platform', ?::timestamptz
            on conflict (subject) do update set heard_at = greatest(pulse.heard_at, excluded.heard_at)
            """;

    private static final String UNTIL =
            """
            select case
                when exists (select from pulse where subject = 'platform' and heard_at >= now.instant)
                    then coalesce((select heard_at from pulse where subject = 'platform-gap'), '1970-01-01Z')
                else now.instant end
            from (select ?::timestamptz as instant) now
            """;

    private OwnOutage() {}

    /** @param until nobody need doubt that it runs */
    static void note(Connection connection, Instant now, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, until.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Until when it was away last; now, if nobody has noted yet that it runs. */
    public static Instant until(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNTIL)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
