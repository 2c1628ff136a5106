package de.hexapolis.query.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What the statement classes share: their files, and values that JDBC has no good words for. */
public final class Sql {
    private Sql() {}

    /** The statement in a file beside its class. */
    public static String beside(Class<?> statement, String file) {
        try (InputStream bytes = statement.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("no file %s beside %s".formatted(file, statement));
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("not readable: " + file, unreadable);
        }
    }

    /** An array parameter; null, which asks for nothing, if it is empty. */
    public static @Nullable Array arrayUnlessEmpty(Connection connection, String type, Collection<?> items)
            throws SQLException {
        return items.isEmpty() ? null : connection.createArrayOf(type, items.toArray());
    }

    /** An array of ids, sent as numbers and not as text. */
    public static Array longs(Connection connection, Collection<Long> ids) throws SQLException {
        return array(connection, "int8", ids.stream().mapToLong(Long::longValue).toArray());
    }

    /** @param numbers an array of a primitive type, sent as such */
    public static Array array(Connection connection, String type, Object numbers) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf(type, numbers);
    }

    /** A pattern of ILIKE that finds the text anywhere; its own special characters mean themselves. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
