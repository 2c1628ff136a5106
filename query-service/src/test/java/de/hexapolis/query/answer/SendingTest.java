package de.hexapolis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final BytesInFlight inFlight = new BytesInFlight(1_000_000, Duration.ofMillis(20));
    private final long all = inFlight.free();
    private final AtomicInteger cuts = new AtomicInteger();

    @Test
    void cutsOffWhoHasNotTakenAllInTime() {
        new Sending(body(200_000), connection(new CompletableFuture<>()))
                .within(Duration.ofMillis(100), cuts::incrementAndGet);
        assertThat(inFlight.free()).isLessThan(all);
        await().untilAtomic(cuts, org.hamcrest.Matchers.is(1));
        assertThat(inFlight.free()).isEqualTo(all);
    }

    @Test
    void leavesTheConnectionToWhoHasTakenAll() {
        new Sending(body(200_000), connection(CompletableFuture.completedFuture(null)))
                .within(Duration.ofMillis(100), cuts::incrementAndGet);
        assertThat(inFlight.free()).isEqualTo(all);
        await().during(Duration.ofMillis(300)).until(() -> cuts.get() == 0);
    }

    @Test
    void givesTimeByLength() {
        assertThat(Sending.longest(70_000)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Sending.longest(60_000_000)).isEqualTo(Duration.ofMinutes(5).plusSeconds(30));
    }

    private Body body(int bytes) {
        Body body = new Body(inFlight.share());
        body.share().take(bytes);
        body.write(new byte[bytes], 0, bytes);
        return body;
    }

    /** @param taken when the connection has taken a piece */
    private static ServerHttpResponse connection(CompletableFuture<Void> taken) {
        return (ServerHttpResponse) Proxy.newProxyInstance(
                SendingTest.class.getClassLoader(),
                new Class<?>[] {ServerHttpResponse.class},
                (proxy, method, arguments) -> method.getName().equals("write") ? taken : proxy);
    }
}
