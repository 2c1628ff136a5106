package de.hexapolis.delivery;

import de.hexapolis.delivery.AllowedAddress.Checked;
import de.hexapolis.delivery.AllowedAddress.Forbidden;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts to addresses that others gave us. The address is judged at each attempt, and the connection goes to the one that
 * was judged: a name that has another address a moment later leads nowhere else. No redirects. Of an answer the status
 * counts; what comes with it is read for a moment and up to 64 KiB, so that the connection can be used again. Thread-safe.
 */
final class PinnedPost implements AutoCloseable {
    private static final int MOST_BYTES_READ = 64 * 1024;

    private final Vertx vertx;
    private final AllowedAddress addresses;
    private final Duration patience;
    private final HttpClient client;

    /** What a receiver said. */
    record Answer(int status, Optional<String> retryAfter) {}

    PinnedPost(Vertx vertx, AllowedAddress addresses, Duration patience, HttpClientOptions options) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.patience = patience;
        this.client = vertx.createHttpClient(new HttpClientOptions(options)
                .setConnectTimeout((int) Math.min(5_000, patience.toMillis()))
                .setMaxHeaderSize(16 * 1024)
                .setMaxPoolSize(8)
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false));
    }

    /** Fails with a sentence for people where nobody answers in time, or the address is not allowed. */
    CompletableFuture<Answer> post(URI target, Map<String, String> headers, byte[] body, int attempt) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            Checked checked = addresses.check(target, attempt);
            client.request(options(target, checked, headers))
                    .onFailure(answer::completeExceptionally)
                    .onSuccess(request -> send(request, body, answer));
        } catch (Forbidden forbidden) {
            answer.completeExceptionally(forbidden);
        } catch (UnknownHostException unknown) {
            answer.completeExceptionally(
                    new UnknownHostException("'%s' has no address now".formatted(target.getHost())));
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static RequestOptions options(URI target, Checked checked, Map<String, String> headers) {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        checked.port(), checked.address().getHostAddress()))
                .setHost(checked.host())
                .setPort(checked.port())
                .setSsl(checked.tls())
                .setFollowRedirects(false)
                .setURI(path + query);
        headers.forEach(options::addHeader);
        return options;
    }

    private void send(HttpClientRequest request, byte[] body, CompletableFuture<Answer> answer) {
        if (answer.isDone()) {
            request.reset();
            return;
        }
        long patienceEnds =
                vertx.setTimer(patience.toMillis(), late -> request.connection().close());
        request.exceptionHandler(failure -> {
            vertx.cancelTimer(patienceEnds);
            answer.completeExceptionally(failure);
        });
        request.response().onSuccess(response -> {
            readOn(request, response, patienceEnds);
            answer.complete(new Answer(response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After"))));
        });
        request.response().onFailure(failure -> {
            vertx.cancelTimer(patienceEnds);
            answer.completeExceptionally(failure);
        });
        request.end(Buffer.buffer(body)).onFailure(answer::completeExceptionally);
    }

    private void readOn(HttpClientRequest request, HttpClientResponse response, long patienceEnds) {
        AtomicInteger read = new AtomicInteger();
        response.exceptionHandler(cut -> vertx.cancelTimer(patienceEnds));
        response.endHandler(end -> vertx.cancelTimer(patienceEnds));
        response.handler(piece -> {
            if (read.addAndGet(piece.length()) > MOST_BYTES_READ) {
                vertx.cancelTimer(patienceEnds);
                request.connection().close();
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
