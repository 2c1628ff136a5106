package de.hexapolis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeLivenessTest {
    @ParameterizedTest
    @CsvSource({"PT0S, UP", "PT2M, UP", "PT14M59.999S, UP", "PT15M, DOWN", "PT24H, DOWN"})
    void isDownOnceAnAttemptHasTakenAQuarterOfAnHour(Duration attempt, Status status) {
        HealthCheckResponse answer = new IntakeLiveness(() -> attempt).call();

        assertThat(answer.getName()).isEqualTo("intake");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getData()).hasValueSatisfying(data -> assertThat(data)
                .containsEntry("longest_attempt_seconds", attempt.toSeconds()));
    }
}
