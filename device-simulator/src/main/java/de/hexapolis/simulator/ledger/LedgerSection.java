package de.hexapolis.simulator.ledger;

import java.nio.ByteBuffer;

/** One connection's part of the ledger: a count and a bit for each message. Thread-safe. */
final class LedgerSection {
    private static final int COUNT_BYTES = Long.BYTES;

    private final ByteBuffer bytes;

    LedgerSection(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** In bytes, a multiple of 8. */
    static long size(long messages) {
        return COUNT_BYTES + (messages + 63) / 64 * Long.BYTES;
    }

    synchronized void attempting(long number) {
        bytes.putLong(0, number + 1);
    }

    synchronized void acknowledged(long number) {
        int at = byteOf(number);
        bytes.put(at, (byte) (bytes.get(at) | bit(number)));
    }

    synchronized long attempted() {
        return bytes.getLong(0);
    }

    synchronized boolean isAcknowledged(long number) {
        return (bytes.get(byteOf(number)) & bit(number)) != 0;
    }

    synchronized long acknowledged() {
        long count = 0;
        for (int at = COUNT_BYTES; at < bytes.capacity(); at += Long.BYTES) {
            count += Long.bitCount(bytes.getLong(at));
        }
        return count;
    }

    private static int byteOf(long number) {
        return COUNT_BYTES + Math.toIntExact(number / 8);
    }

    private static int bit(long number) {
        return 1 << (int) (number % 8);
    }
}
