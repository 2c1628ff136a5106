package de.hexapolis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.RunningOnSmallCities;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class AnswersTest {
    private static final Request GET = (Request) Proxy.newProxyInstance(
            AnswersTest.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, method, arguments) -> "GET");

    @Inject
    @SuppressWarnings("NullAway.Init") // the container injects it
    Answers answers;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container injects it
    BytesInFlight inFlight;

    @Test
    void holdsNoMoreThanTheAnswerIs() {
        long all = inFlight.free();
        Response answer = answers.large(GET, body -> {
            body.share().take(all);
            body.write(new byte[200_000], 0, 200_000);
            return Response.ok(body);
        });
        assertThat(all - inFlight.free()).isBetween(200_000L, 201_024L);
        ((Body) answer.getEntity()).release();
        assertThat(inFlight.free()).isEqualTo(all);
    }
}
