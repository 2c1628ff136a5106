package de.hexapolis.upkeep;

import de.hexapolis.schema.Engine;
import de.hexapolis.store.SqlLiteral;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The chunks (TimescaleDB) or partitions (PostgreSQL) of observations: which are old, and what is done with them. */
final class OldChunks {
    private static final Logger LOG = Logger.getLogger(OldChunks.class);
    private static final String HYPERTABLE =
            """
            select format('%I.%I', chunk_schema, chunk_name), range_end from timescaledb_information.chunks
            where hypertable_name = 'observation' and range_end <= ?
            order by range_end
            """;
    private static final String PARTITIONED =
            """
            select c.relname, (to_date(right(c.relname, 8), 'YYYYMMDD') + 7)::timestamp at time zone 'UTC'
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'observation'::regclass
                and to_timestamp(right(c.relname, 8), 'YYYYMMDD') + interval '8 days' <= ?
            order by c.relname
            """;
    /** Bits of a chunk's status: 1 compressed, 2 in another order, 8 with rows beside the compressed ones. */
    private static final String NOT_WHOLLY_COMPRESSED =
            """
            select format('%I.%I', chunk_schema, chunk_name), range_end from timescaledb_information.chunks
            where hypertable_name = 'observation' and range_end <= ?
                and _timescaledb_functions.chunk_status(format('%I.%I', chunk_schema, chunk_name)::regclass) & 11 <> 1
            order by range_end
            """;
    /** Days that still need the raw readings before an instant: marked, or from {@code rolled_until} on. */
    private static final String STILL_NEEDED =
            """
            select exists (select from rollup_mark where day < ?) or exists (select from latest where rolled_until < ?)
            """;

    private static final String REMEMBER = "update city set raw_from = greatest(raw_from, %s)";
    private static final String DROP = "drop table %s";
    private static final String COMPRESS = "select compress_chunk('%s', if_not_compressed => true)";

    /** Others wait behind who waits for one long reader, hence not for long. */
    private static final String WAIT_SHORTLY = "set local lock_timeout = '1s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** @param end exclusive */
    private record Chunk(String name, Instant end) {}

    /** What is done with a chunk, unless somebody uses it for long. */
    @FunctionalInterface
    private interface Step {
        boolean isDone(Chunk chunk) throws SQLException;
    }

    private OldChunks() {}

    /**
     * Drops the chunks that end before an instant, once their rollups are done; the names of the dropped. What somebody
     * reads for long, such as a backup, is left to the next round.
     */
    static List<String> drop(Connection connection, Engine engine, Instant before) throws SQLException {
        if (isStillNeeded(connection, before)) {
            return List.of();
        }
        String chunks = engine == Engine.TIMESCALEDB ? HYPERTABLE : PARTITIONED;
        return eachUntilOneIsInUse(endedBefore(connection, chunks, before), chunk -> isDropped(connection, chunk));
    }

    /** Asks again once raw_from is committed: who has not seen it computes under a mark that is still there. */
    private static boolean isDropped(Connection connection, Chunk chunk) throws SQLException {
        return isDone(connection, REMEMBER.formatted(SqlLiteral.of(chunk.end)))
                && !isStillNeeded(connection, chunk.end)
                && isDone(connection, DROP.formatted(chunk.name));
    }

    /**
     * Compresses the chunks that end before an instant and are not, or no longer wholly since late readings came;
     * PostgreSQL has nothing of the kind. What somebody reads for long is left to the next round here, too.
     */
    static List<String> compress(Connection connection, Engine engine, Instant before) throws SQLException {
        return engine == Engine.POSTGRESQL
                ? List.of()
                : eachUntilOneIsInUse(
                        endedBefore(connection, NOT_WHOLLY_COMPRESSED, before),
                        chunk -> isDone(connection, COMPRESS.formatted(chunk.name)));
    }

    /** @return the chunks with which it was done */
    private static List<String> eachUntilOneIsInUse(List<Chunk> chunks, Step step) throws SQLException {
        List<String> done = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (!step.isDone(chunk)) {
                LOG.warnf("upkeep: %s stays as it is: it is in use for long; the next round tries again", chunk.name);
                break;
            }
            done.add(chunk.name);
        }
        return done;
    }

    private static boolean isDone(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, WAIT_SHORTLY);
            execute(connection, sql);
            connection.commit();
            return true;
        } catch (SQLException failure) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Chunk> endedBefore(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            List<Chunk> chunks = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    chunks.add(new Chunk(
                            result.getString(1),
                            result.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
            return chunks;
        }
    }

    private static boolean isStillNeeded(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STILL_NEEDED)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
