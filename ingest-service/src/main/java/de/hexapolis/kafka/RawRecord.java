package de.hexapolis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A raw message as a record of Kafka. The value is the payload as it came; {@code source} and {@code topic} are headers,
 * and so is {@code receivedAt}, in microseconds since 1970.
 */
final class RawRecord {
    private static final String SOURCE = "source";
    private static final String TOPIC = "topic";
    private static final String RECEIVED_AT = "receivedAt";

    /** A name that no source has: what somebody else wrote into the topic ends in quarantine under it. */
    private static final String UNKNOWN_SOURCE = "-";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private RawRecord() {}

    /** Key and headers. The key keeps the order of a device, since records of one key share a partition. */
    static OutgoingKafkaRecordMetadata<String> metadata(RawMessage message) {
        Headers headers = new RecordHeaders()
                .add(SOURCE, message.source().getBytes(UTF_8))
                .add(TOPIC, message.topic().getBytes(UTF_8))
                .add(RECEIVED_AT, micros(message.receivedAt()).getBytes(UTF_8));
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key(message.topic()))
                .withHeaders(headers)
                .build();
    }

    /** The device where the topic names it; else the topic, which with every network server is one device's too. */
    private static String key(String topic) {
        return TelemetryTopic.parse(topic).map(own -> own.device().value()).orElse(topic);
    }

    /** The message that a record holds. What a stranger left out is filled in, so that quarantine can show the record. */
    static RawMessage message(ConsumerRecord<String, byte[]> record) {
        byte[] payload = record.value();
        return new RawMessage(
                text(record, SOURCE).orElse(UNKNOWN_SOURCE),
                text(record, TOPIC)
                        .orElseGet(() -> "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset())),
                payload == null ? new byte[0] : payload,
                text(record, RECEIVED_AT)
                        .flatMap(RawRecord::instant)
                        .orElseGet(() -> Instant.ofEpochMilli(
                                Math.min(Math.max(0, record.timestamp()), LATEST.toEpochMilli()))));
    }

    /** Without NUL, which no broker delivers and no database holds. */
    private static Optional<String> text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8).replace('\0', '\ufffd'));
    }

    private static String micros(Instant instant) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private static Optional<Instant> instant(String micros) {
        try {
            Instant instant = Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
