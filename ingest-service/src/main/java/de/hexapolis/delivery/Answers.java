package de.hexapolis.delivery;

import de.hexapolis.delivery.AllowedAddress.Forbidden;
import de.hexapolis.delivery.PinnedPost.Answer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** What an HTTP receiver's answer, or its silence, means. Stateless. */
final class Answers {
    private static final Duration LONGEST_AFTER = Duration.ofHours(1);

    private Answers() {}

    /** Waits for the answer; no answer is another attempt later. */
    static Sent await(CompletableFuture<Answer> answer, Function<Answer, Sent> meaning) throws InterruptedException {
        try {
            return meaning.apply(answer.get());
        } catch (ExecutionException failed) {
            Throwable cause = causeOf(failed);
            return Sent.tryAgain(cause instanceof TimeoutException ? "no answer in time" : describe(cause));
        }
    }

    static boolean isSuccess(Answer answer) {
        return answer.status() / 100 == 2;
    }

    static Sent tryAgain(Answer answer) {
        boolean asks = answer.status() == 429 || answer.status() == 503;
        return Sent.tryAgain(
                "answered " + answer.status(), asks ? answer.retryAfter().flatMap(Answers::after) : Optional.empty());
    }

    /** Seconds or a date, at most an hour; empty if it is neither. */
    private static Optional<Duration> after(String header) {
        try {
            Duration after = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            Instant.now(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(after.compareTo(LONGEST_AFTER) > 0 ? LONGEST_AFTER : after);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Throwable causeOf(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause == null ? failed : cause;
    }

    /** Without addresses or what a receiver said: many may read it. */
    private static String describe(Throwable cause) {
        if (cause instanceof Forbidden || cause instanceof UnknownHostException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return "no connection: TLS failed";
        }
        return cause instanceof IOException ? "no connection" : "no answer that could be understood";
    }
}
