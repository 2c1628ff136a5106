package de.hexapolis.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies readings that are all thought to be new: the quickest way, but the first that is there already ends the
 * transaction with a unique violation. Rows in PostgreSQL's binary COPY format.
 */
final class CopyObservations {
    static final String UNIQUE_VIOLATION = "23505";

    private static final String SQL =
            "copy observation (series_id, quality, observed_at, value) from stdin (format binary)";
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
    private static final short FIELDS = 4;
    private static final int ROW =
            Short.BYTES + FIELDS * Integer.BYTES + Integer.BYTES + Short.BYTES + Long.BYTES + Double.BYTES;
    private static final short END = -1;

    private CopyObservations() {}

    /** @param rows sorted by {@link ObservationRow#BY_KEY}, each key once */
    static void run(Connection connection, List<ObservationRow> rows) throws SQLException {
        byte[] bytes = encode(rows);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(SQL);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static byte[] encode(List<ObservationRow> rows) {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[HEADER + rows.size() * ROW + Short.BYTES]);
        bytes.put(SIGNATURE).putInt(0).putInt(0);
        for (ObservationRow row : rows) {
            bytes.putShort(FIELDS);
            bytes.putInt(Integer.BYTES).putInt(row.seriesId());
            bytes.putInt(Short.BYTES).putShort(row.quality());
            bytes.putInt(Long.BYTES).putLong(PostgresTime.micros(row.observedAt()));
            bytes.putInt(Double.BYTES).putDouble(row.value());
        }
        return bytes.putShort(END).array();
    }
}
