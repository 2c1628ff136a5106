package de.hexapolis.kafka;

import de.hexapolis.ingest.Intake;
import de.hexapolis.telemetry.RawMessage;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * From Kafka to the store: what one poll brought is one batch. It is acknowledged when {@link #keep} returns, which is
 * after the commit; the connector then commits the offsets. Each consumer's batches come one after the other, so a
 * device's messages are stored in the order of its partition. Thread-safe.
 */
@ApplicationScoped
public class KafkaReader {
    private final Intake intake;

    public KafkaReader(Intake intake) {
        this.intake = intake;
    }

    /** Keeps a batch, however long the database is away; the connector goes on polling meanwhile, and fetches nothing. */
    @Incoming("from-kafka")
    @Blocking("store")
    public void keep(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<RawMessage> messages = new ArrayList<>(records.count());
        records.forEach(record -> messages.add(RawRecord.message(record)));
        intake.keep(messages);
    }
}
