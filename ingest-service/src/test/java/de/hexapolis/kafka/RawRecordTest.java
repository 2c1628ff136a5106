package de.hexapolis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Records that somebody else wrote become messages that quarantine can hold. */
class RawRecordTest {
    @Test
    void takesNoNulFromAHeader() {
        RawMessage message = RawRecord.message(record(0, "o\0n", "t\0"));

        assertThat(message.source()).isEqualTo("o\ufffdn");
        assertThat(message.topic()).isEqualTo("t\ufffd");
    }

    @Test
    void takesNoTimeThatADatabaseCannotHold() {
        assertThat(RawRecord.message(record(Long.MAX_VALUE, "own", "t")).receivedAt())
                .isEqualTo("9999-12-31T23:59:59Z");
        assertThat(RawRecord.message(record(-1, "own", "t")).receivedAt()).isEqualTo(Instant.EPOCH);
    }

    private static ConsumerRecord<String, byte[]> record(long timestamp, String source, String topic) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("source", source.getBytes(StandardCharsets.UTF_8));
        headers.add("topic", topic.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "raw", 0, 0, timestamp, TimestampType.CREATE_TIME, 0, 0, "k", new byte[0], headers, Optional.empty());
    }
}
