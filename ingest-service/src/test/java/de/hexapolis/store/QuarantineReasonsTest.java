package de.hexapolis.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.decode.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarantineReasonsTest {
    @Test
    void writesNoReasonThatTheApiDoesNotKnow() throws IOException {
        try (InputStream golden = QuarantineReasonsTest.class.getResourceAsStream("/golden/quarantine-reasons.txt")) {
            String known = new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(known.lines())
                    .containsExactlyElementsOf(Stream.concat(
                                    Arrays.stream(RejectReason.values()).map(RejectReason::wireName),
                                    Stream.of(QuarantineEntry.CONFLICT, QuarantineEntry.REFUSED_BY_STORE))
                            .toList());
        }
    }
}
