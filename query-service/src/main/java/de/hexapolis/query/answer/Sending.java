package de.hexapolis.query.answer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A large body on its way: the next piece follows when the connection has taken the one before, so that a slow reader
 * costs the body, and never a copy of it. The body is released at the end, whatever that is; who has not taken all of it
 * in time loses the connection. Goes on in the thread that sees a piece leave.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of pieces comes together in one future, which is looked at
final class Sending {
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);
    private static final long SLOWEST_BYTES_A_SECOND = 200_000;

    private final Body body;
    private final ServerHttpResponse response;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    Sending(Body body, ServerHttpResponse response) {
        this.body = body;
        this.response = response;
    }

    /** How long so many bytes may take. Pieces have a time of their own: quarkus.http.idle-timeout. */
    static Duration longest(long bytes) {
        return TO_BEGIN.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
    }

    /** Sends it; returns when as much has left as leaves at once. */
    static void start(Body body, ResteasyReactiveRequestContext context) {
        ServerHttpResponse response = context.serverResponse();
        if (body.length() <= BytesInFlight.SMALL) {
            body.release();
            response.end(body.whole());
            return;
        }
        response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        HttpServerRequest request = context.serverRequest().unwrap(HttpServerRequest.class);
        new Sending(body, response).within(longest(body.length()), () -> cut(request));
    }

    /** @param cut ends the connection of who has not taken all of it by then, or is gone */
    void within(Duration longest, Runnable cut) {
        sent.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, trouble) -> {
            body.release();
            if (trouble != null) {
                cut.run();
            }
        });
        goOn();
    }

    private void goOn() {
        try {
            for (Optional<byte[]> piece = body.next(); piece.isPresent(); piece = body.next()) {
                CompletableFuture<Void> taken = response.write(piece.get()).toCompletableFuture();
                // in a loop and not in each other's callbacks, or a quick reader of much overflows the stack
                if (!taken.isDone() || taken.isCompletedExceptionally()) {
                    taken.whenComplete((done, trouble) -> goOnUnless(trouble));
                    return;
                }
            }
            response.end();
            sent.complete(null);
        } catch (RuntimeException closed) {
            sent.completeExceptionally(closed);
        }
    }

    private void goOnUnless(@Nullable Throwable trouble) {
        if (trouble != null) {
            sent.completeExceptionally(trouble);
        } else if (!sent.isDone()) {
            goOn();
        }
    }

    /** At once: Vert.x would first wait until what is on its way has been read. */
    private static void cut(HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channel().close();
    }
}
