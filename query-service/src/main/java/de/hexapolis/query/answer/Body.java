package de.hexapolis.query.answer;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The bytes of an answer, in pieces, so that they are never copied as a whole and each is forgotten once it has been
 * sent; with the share of memory that they hold. One thread writes it, then one at a time sends it.
 */
public final class Body extends OutputStream {
    /** As long as a piece gets. */
    static final int PIECE = 65_536;

    private static final int FIRST_PIECE = 1_024;

    private final BytesInFlight.Share share;
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private byte[] last = new byte[FIRST_PIECE];
    private int filled;
    private long length;

    /** @param share released when the body is no longer needed */
    public Body(BytesInFlight.Share share) {
        this.share = share;
    }

    /** Takes the room that the answer needs: as soon as it is known how much. */
    public BytesInFlight.Share share() {
        return share;
    }

    @Override
    public void write(int each) {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int from = offset;
        while (from < offset + count) {
            if (filled == last.length) {
                pieces.add(last);
                last = new byte[(int) Math.min(PIECE, length)];
                filled = 0;
            }
            int fitting = Math.min(last.length - filled, offset + count - from);
            System.arraycopy(bytes, from, last, filled, fitting);
            filled += fitting;
            from += fitting;
            length += fitting;
        }
    }

    public long length() {
        return length;
    }

    /** Shows what has been written, and forgets nothing of it. */
    void forEachPiece(PieceReader reader) {
        pieces.forEach(piece -> reader.read(piece, piece.length));
        reader.read(last, filled);
    }

    /** Sees the first bytes of a piece, as many as count. */
    @FunctionalInterface
    interface PieceReader {
        void read(byte[] piece, int count);
    }

    /** The next piece, which is then forgotten; empty after the last one. */
    Optional<byte[]> next() {
        byte[] first = pieces.poll();
        if (first != null) {
            return Optional.of(first);
        }
        byte[] rest = Arrays.copyOf(last, filled);
        filled = 0;
        return rest.length == 0 ? Optional.empty() : Optional.of(rest);
    }

    /** All pieces in one: of small bodies. */
    byte[] whole() {
        ByteBuffer all = ByteBuffer.allocate((int) length);
        forEachPiece((piece, count) -> all.put(piece, 0, count));
        return all.array();
    }

    /** Gives back the memory that it held. */
    void release() {
        share.close();
    }
}
