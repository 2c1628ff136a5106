package de.hexapolis.telemetry.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is written and flushed, and passes it on together two milliseconds later, on a thread of its own. A
 * failure shows at the next write. Thread-safe.
 */
final class CoalescingOutput extends OutputStream {
    private static final long GATHER_NANOS = 2_000_000;

    private static final long LEAVE_MILLIS = 100;

    private final OutputStream out;
    private final Thread flusher = new Thread(this::flushWhatIsGathered, "mqtt-flush");
    private byte[] gathered;
    private byte[] leaving;
    private int length;
    private boolean closed;
    private @Nullable IOException failure;

    CoalescingOutput(OutputStream out, int capacity) {
        this.out = out;
        this.gathered = new byte[capacity];
        this.leaving = new byte[capacity];
        flusher.setDaemon(true);
        flusher.start();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) throws IOException {
        int from = offset;
        while (from < offset + count) {
            awaitRoom();
            int some = Math.min(offset + count - from, gathered.length - length);
            System.arraycopy(bytes, from, gathered, length, some);
            length += some;
            from += some;
        }
    }

    /** Lets the gathered bytes leave soon. */
    @Override
    public synchronized void flush() throws IOException {
        throwFailure();
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    /** Lets what is gathered leave, and ends the thread; gives up waiting where the peer takes nothing. */
    void finish() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            flusher.join(LEAVE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitRoom() throws IOException {
        while (length == gathered.length) {
            throwFailure();
            notifyAll();
            waitABit();
        }
        throwFailure();
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void flushWhatIsGathered() {
        try {
            for (int count = take(); count >= 0; count = take()) {
                out.write(leaving, 0, count);
                signalRoom();
                LockSupport.parkNanos(GATHER_NANOS);
            }
        } catch (IOException broken) {
            fail(broken);
        }
    }

    /** Exchanges the buffers; −1 when closed. */
    private synchronized int take() throws IOException {
        while (length == 0 && !closed) {
            waitABit();
        }
        byte[] filled = gathered;
        gathered = leaving;
        leaving = filled;
        int count = length;
        length = 0;
        return closed && count == 0 ? -1 : count;
    }

    private synchronized void signalRoom() {
        notifyAll();
    }

    private synchronized void fail(IOException broken) {
        failure = broken;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private synchronized void waitABit() throws IOException {
        try {
            wait(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
