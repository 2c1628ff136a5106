package de.hexapolis.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver on loopback that keeps what it gets and answers as it is told. Thread-safe. */
final class HttpReceiver implements AutoCloseable {
    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    /** Headers by their names in lower case. */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    HttpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    void answers(int status) {
        answers(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    void answers(Answer how) {
        answer = how;
    }

    List<String> ids() {
        return requests.stream().map(request -> request.header("webhook-id")).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        requests.add(new Request(headers, exchange.getRequestBody().readAllBytes()));
        try (exchange) {
            answer.to(exchange);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    /** Posts to loopback, and waits no longer than this. */
    static PinnedPost post(Vertx vertx, Duration patience) {
        AllowedAddress allowed =
                new AllowedAddress(AllowedNetworks.of("hexapolis.webhooks.allow", List.of("127.0.0.0/8")));
        return new PinnedPost(vertx, allowed, patience, new HttpClientOptions());
    }
}
