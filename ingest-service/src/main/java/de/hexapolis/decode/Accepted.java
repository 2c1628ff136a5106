package de.hexapolis.decode;

import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import java.util.List;

/**
 * A message of which at least one part is good. Immutable.
 *
 * @param refusedParts the parts that are bad while their neighbours are good
 */
public record Accepted(
        DeviceId device,
        List<Measurement> measurements,
        List<DeviceEvent> events,
        List<PositionFix> positions,
        List<Rejected> refusedParts)
        implements Decoded {
    public Accepted {
        measurements = List.copyOf(measurements);
        events = List.copyOf(events);
        positions = List.copyOf(positions);
        refusedParts = List.copyOf(refusedParts);
    }
}
