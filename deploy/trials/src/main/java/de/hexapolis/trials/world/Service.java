package de.hexapolis.trials.world;

import de.hexapolis.servers.ServiceJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of our services as a process: it starts, dies, starts again. One thread starts and stops it; any may ask. */
public final class Service implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Path jar;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private List<String> options = List.of();
    private volatile @Nullable Program program;

    /** @param environment its settings */
    Service(Path jar, int port, Map<String, String> environment, Path log) {
        this.jar = jar;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** Further settings for the next start, as {@code -Dname=value}. */
    public void with(String... properties) {
        options = List.of(properties);
    }

    public void launch() {
        List<String> all = new ArrayList<>(ServiceJar.OPTIONS);
        all.addAll(options);
        program = Program.start(jar, all, List.of(), environment, log);
    }

    /** @return how long after the call it was ready */
    public Duration awaitReady() throws InterruptedException {
        return Patience.until(
                "%s on port %d is ready, see %s".formatted(jar.getParent(), port, log), LONGEST_START, this::isReady);
    }

    /** @return the time from launch to readiness */
    public Duration start() throws InterruptedException {
        launch();
        return awaitReady();
    }

    private boolean isReady() {
        return get("/q/health/ready").statusCode() == 200;
    }

    /** The process that runs now, or the last one. */
    public Program program() {
        return Objects.requireNonNull(program, "not started");
    }

    public Metrics metrics() {
        return Metrics.parse(get("/q/metrics").body());
    }

    /** @throws UncheckedIOException if it does not answer */
    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** With a token. */
    public HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).build());
    }

    /** With a token. */
    public HttpResponse<String> post(String path, String token, String mediaType, byte[] body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path))
                .timeout(PATIENCE)
                .header("Accept", path.equals("/q/metrics") ? "text/plain" : "application/json, application/geo+json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException("no answer from port " + port, away);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }

    /**
     * How long an answer takes, to its last byte, for a client that waits for it on its own thread: handing it from one
     * thread to another, as {@link #get} does, costs two busy processors more than some answers do.
     *
     * @throws IOException if it does not answer, or not with 200
     */
    public Duration timed(String path) throws IOException {
        long started = System.nanoTime();
        HttpURLConnection connection = (HttpURLConnection) address(path).toURL().openConnection();
        connection.setReadTimeout((int) PATIENCE.toMillis());
        if (connection.getResponseCode() != 200) {
            throw new IOException("%s: HTTP %d".formatted(path, connection.getResponseCode()));
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        Program it = program;
        if (it != null) {
            it.close();
        }
    }
}
