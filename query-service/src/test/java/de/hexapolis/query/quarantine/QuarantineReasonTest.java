package de.hexapolis.query.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.sql.Sql;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuarantineReasonTest {
    /** The golden list is what ingest-service writes. */
    @Test
    void knowsEveryReasonThatIngestWrites() {
        assertThat(Arrays.stream(QuarantineReason.values()).map(QuarantineReason::wireName))
                .containsExactlyElementsOf(Sql.beside(QuarantineReasonTest.class, "/golden/quarantine-reasons.txt")
                        .lines()
                        .toList());
    }
}
