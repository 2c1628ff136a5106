package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An event that a device sent, until it takes it back or some time has passed. Immutable.
 *
 * @param value of the event that opens
 * @param endsValue of the event of the same kind that ends; empty: only time does
 * @param endsAfter so long after the last event that opened
 */
public record EventHeld(
        String kind, JsonNode value, Optional<JsonNode> endsValue, Duration endsAfter, Severity severity)
        implements Sampled {
    @Override
    public List<Strand> strands(Sensed sensed) {
        return List.of(EventStrand.of(this, sensed.signals()));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }

    @Override
    public Duration lookBackOfSignals() {
        return endsAfter.plus(Strand.HORIZON);
    }
}
