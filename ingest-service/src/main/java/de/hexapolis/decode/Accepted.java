package de.hexapolis.decode;

import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import java.util.List;
import java.util.Optional;

/**
 * A message of which at least one part is good. Immutable.
 *
 * @param refusedParts the parts that are bad while their neighbours are good
 * @param gateway the gateway that heard it best, as the envelope names it; empty: it names none
 */
public record Accepted(
        DeviceId device,
        List<Measurement> measurements,
        List<DeviceEvent> events,
        List<PositionFix> positions,
        List<Rejected> refusedParts,
        Optional<String> gateway)
        implements Decoded {
    public Accepted {
        measurements = List.copyOf(measurements);
        events = List.copyOf(events);
        positions = List.copyOf(positions);
        refusedParts = List.copyOf(refusedParts);
    }

    /** Of which no gateway is known. */
    public Accepted(
            DeviceId device,
            List<Measurement> measurements,
            List<DeviceEvent> events,
            List<PositionFix> positions,
            List<Rejected> refusedParts) {
        this(device, measurements, events, positions, refusedParts, Optional.empty());
    }

    Accepted heardThrough(Optional<String> best) {
        return new Accepted(device, measurements, events, positions, refusedParts, best);
    }
}
