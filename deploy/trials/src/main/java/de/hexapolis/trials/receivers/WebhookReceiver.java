package de.hexapolis.trials.receivers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on loopback to which notices are posted; it answers 204. Owns four threads. */
public final class WebhookReceiver implements AutoCloseable {
    private final Hearing hearing = new Hearing();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/notices", this::take);
        server.start();
    }

    public static WebhookReceiver open() {
        try {
            return new WebhookReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback", e);
        }
    }

    public URI address() {
        return URI.create(
                "http://127.0.0.1:%d/notices".formatted(server.getAddress().getPort()));
    }

    public Hearing hearing() {
        return hearing;
    }

    private void take(HttpExchange exchange) throws IOException {
        hearing.take(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
