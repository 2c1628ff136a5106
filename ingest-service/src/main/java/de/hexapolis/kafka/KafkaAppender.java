package de.hexapolis.kafka;

import de.hexapolis.ingest.TelemetryBatch;
import de.hexapolis.telemetry.RawMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * From the door to Kafka: one record a message. The batch is acknowledged, and its PUBACKs leave, when Kafka has
 * acknowledged every record; while Kafka is away nothing is asked of the door, and its windows fill. Thread-safe.
 */
@ApplicationScoped
public class KafkaAppender {

    @Incoming("door")
    @Outgoing("to-kafka")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Multi<Message<byte[]>> append(Message<TelemetryBatch> batch) {
        List<RawMessage> messages = batch.getPayload().messages();
        if (messages.isEmpty()) {
            // a lost connection took its messages out of the window, but the batch has its place in the order
            return Uni.createFrom().completionStage(batch.ack()).onItem().transformToMulti(done -> Multi.createFrom()
                    .empty());
        }
        Settlement settlement = new Settlement(batch);
        return Multi.createFrom().iterable(messages).map(message -> record(message, settlement));
    }

    private static Message<byte[]> record(RawMessage message, Settlement settlement) {
        return Message.of(
                message.payload(), Metadata.of(RawRecord.metadata(message)), settlement::kept, settlement::refused);
    }
}
