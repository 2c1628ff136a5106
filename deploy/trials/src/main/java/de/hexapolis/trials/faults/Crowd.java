package de.hexapolis.trials.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many MQTT 5 connections that say nothing; a few bytes each instead of a client object with its threads. One thread. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int CONNACK = 0x20;
    private static final int ANSWER_MS = 60_000;

    private final int port;
    private final int size;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Crowd(int port, int size) {
        this.port = port;
        this.size = size;
    }

    int connected() {
        return sockets.size();
    }

    /** All connect, their attempts spread over a time; how long it took until the last was in. */
    Duration comeWithin(Duration spread) throws InterruptedException {
        long started = System.nanoTime();
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE, work -> new Thread(work, "crowd"));
        IntStream.range(0, size)
                .forEach(number -> callers.execute(() -> come(number, started + spread.toNanos() / size * number)));
        callers.shutdown();
        if (!callers.awaitTermination(5, TimeUnit.MINUTES)) {
            callers.shutdownNow();
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    void drop() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        drop();
    }

    private void come(int number, long atNanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, atNanos - System.nanoTime()));
            for (int attempt = 0; attempt < 5; attempt++) {
                if (connect(number)) {
                    return;
                }
                Thread.sleep(200L << attempt);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connect(int number) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(ANSWER_MS);
            socket.getOutputStream().write(hello("crowd-" + number));
            InputStream answer = socket.getInputStream();
            if (answer.read() == CONNACK) {
                sockets.add(socket);
                return true;
            }
            socket.close();
            return false;
        } catch (IOException busy) {
            return false;
        }
    }

    /** CONNECT of MQTT 5: clean start, no keep-alive, no properties. */
    private static byte[] hello(String clientId) {
        byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(11 + 2 + id.length);
        packet.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 0, 0});
        packet.write(0);
        packet.write(id.length);
        packet.writeBytes(id);
        return packet.toByteArray();
    }
}
