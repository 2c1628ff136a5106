package de.hexapolis.ingest;

import de.hexapolis.telemetry.RawMessage;
import java.util.List;

/** Messages that are stored, and then acknowledged, together. Immutable. */
public record TelemetryBatch(List<RawMessage> messages) {
    public TelemetryBatch {
        messages = List.copyOf(messages);
    }
}
