package de.hexapolis.trials.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rows of {@code observation (series_id, quality, observed_at, value)} in PostgreSQL's binary COPY format. */
final class BinaryRows {
    static final String COPY = "copy observation (series_id, quality, observed_at, value) from stdin (format binary)";

    /** All rows are of one size: field count, then each field's length and bytes. */
    static final int ROW = 2 + 4 + 4 + 4 + 2 + 4 + 8 + 4 + 8;

    static final int HEADER = 19;

    private BinaryRows() {}

    static byte[] header() {
        return ByteBuffer.allocate(HEADER)
                .put("PGCOPY\n".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0xff)
                .put("\r\n".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .putInt(0)
                .putInt(0)
                .array();
    }

    static byte[] trailer() {
        return new byte[] {(byte) 0xff, (byte) 0xff};
    }

    /** @param micros since 2000 */
    static void put(ByteBuffer rows, int series, long micros, double value) {
        rows.putShort((short) 4);
        rows.putInt(4).putInt(series);
        rows.putInt(2).putShort((short) 0);
        rows.putInt(8).putLong(micros);
        rows.putInt(8).putDouble(value);
    }
}
