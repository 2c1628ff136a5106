package de.hexapolis.simulator.physics;

import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a device feels at an instant. */
public sealed interface State permits BinState, SoilState, BeaconState {
    DeviceId device();

    Instant at();

    Battery battery();

    /** The same, felt at another time. */
    State felt(Instant later);

    /** What it measures, in our own quantities and units; probes that read nothing are left out. */
    List<Measurement> measurements();

    default List<DeviceEvent> events() {
        return List.of();
    }

    default Optional<PositionFix> position() {
        return Optional.empty();
    }
}
