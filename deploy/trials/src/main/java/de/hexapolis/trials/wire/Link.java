package de.hexapolis.trials.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;

/** One connection through a proxy: two sockets and a thread for each way. Thread-safe. */
final class Link {
    private static final int PIECE = 32 * 1024;

    private final Socket client;
    private final Socket server;
    private final Supplier<LinkCondition> condition;
    private volatile boolean swallowed;

    Link(Socket client, Socket server, Supplier<LinkCondition> condition) {
        this.client = client;
        this.server = server;
        this.condition = condition;
    }

    void start(Tap tap) {
        begin("wire-out", () -> pump(client, server, tap::fromClient));
        begin("wire-in", () -> pump(server, client, tap::fromServer));
    }

    boolean isOpen() {
        return !client.isClosed();
    }

    /** Whether bytes are missing from it, so that it can never be whole again. */
    boolean hasSwallowed() {
        return swallowed;
    }

    /** Ends both connections at once, with a reset. */
    void cut() {
        cut(client);
        cut(server);
    }

    @SuppressWarnings("EmptyCatch")
    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // as wanted
        }
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to, Look look) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                LinkCondition now = condition.get();
                if (now.swallowing() || swallowed) {
                    swallowed = true;
                    continue;
                }
                sleep(now.holdUp(length));
                look.at(piece, length);
                out.write(piece, 0, length);
            }
        } catch (IOException | RuntimeException broken) {
            cut();
            return;
        }
        cut();
    }

    private static void sleep(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Look {
        void at(byte[] bytes, int length);
    }
}
