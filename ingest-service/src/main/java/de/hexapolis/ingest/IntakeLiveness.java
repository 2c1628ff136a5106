package de.hexapolis.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when an attempt to store a batch does not end: a thread hangs, and the messages that it holds come again only
 * after a restart. A database that is away, however long, does not bring it down, for then each attempt ends soon.
 */
@Liveness
@ApplicationScoped
public class IntakeLiveness implements HealthCheck {
    /** Far more than the statements of one attempt take, each of which the socket's timeout ends after two minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Supplier<Duration> longestAttempt;

    @Inject
    public IntakeLiveness(Intake intake) {
        this(intake::longestAttempt);
    }

    IntakeLiveness(Supplier<Duration> longestAttempt) {
        this.longestAttempt = longestAttempt;
    }

    @Override
    public HealthCheckResponse call() {
        Duration attempt = longestAttempt.get();
        return HealthCheckResponse.named("intake")
                .status(attempt.compareTo(LONGEST) < 0)
                .withData("longest_attempt_seconds", attempt.toSeconds())
                .build();
    }
}
