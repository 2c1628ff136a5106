package de.hexapolis.trials.receivers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** A listener of {@code /api/v1/live} that comes back, and goes on where it was, when the stream breaks. Owns a thread. */
public final class LiveReceiver implements AutoCloseable {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Hearing hearing = new Hearing();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .build();
    private final URI address;
    private final String token;
    private final Thread thread = new Thread(this::listen, "live-receiver");
    private volatile String last = "";
    private volatile boolean connected;

    /**
     * @param address of the stream with what it asks for
     * @param token who listens
     */
    public LiveReceiver(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    public LiveReceiver start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    public boolean isConnected() {
        return connected;
    }

    public Hearing hearing() {
        return hearing;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<Stream<String>> answer = client.send(request(), HttpResponse.BodyHandlers.ofLines());
                connected = answer.statusCode() == 200;
                try (Stream<String> lines = answer.body()) {
                    if (connected) {
                        read(lines.iterator());
                    }
                }
            } catch (IOException | java.io.UncheckedIOException broken) {
                connected = false;
            } catch (InterruptedException stop) {
                return;
            }
            connected = false;
            pause();
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        return (last.isEmpty() ? builder : builder.header("Last-Event-ID", last)).build();
    }

    private void read(Iterator<String> lines) {
        StringBuilder data = new StringBuilder();
        String id = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && data.length() > 0) {
                hearing.take(data.toString().getBytes(StandardCharsets.UTF_8));
                last = id;
                data.setLength(0);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
