package de.hexapolis.decode;

import de.hexapolis.profile.Mapped;
import de.hexapolis.profile.Unread;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The good and the bad parts of one message while it is read. One thread. */
final class Parts {
    final List<Measurement> measurements = new ArrayList<>();
    final List<DeviceEvent> events = new ArrayList<>(2);
    final List<PositionFix> positions = new ArrayList<>(2);
    private final DeviceId device;
    private final List<Rejected> refused = new ArrayList<>(2);
    private Optional<Unread> unread = Optional.empty();

    Parts(DeviceId device) {
        this.device = device;
    }

    DeviceId device() {
        return device;
    }

    void refuse(RejectReason reason, String detail) {
        refused.add(new Rejected(reason, detail, Optional.of(device)));
    }

    /** What a device's profile found. */
    void add(Mapped mapped) {
        measurements.addAll(mapped.measurements());
        events.addAll(mapped.events());
        positions.addAll(mapped.positions());
        unread = unread.or(mapped::unread);
        mapped.badParts().forEach(detail -> refuse(RejectReason.INVALID_READING, detail));
    }

    /** Accepted with a good part; rejected with bad ones only; ignored, for this reason, with none at all. */
    Decoded whole(String whyNothing) {
        if (!measurements.isEmpty() || !events.isEmpty() || !positions.isEmpty()) {
            return new Accepted(device, measurements, events, positions, refused);
        }
        if (refused.isEmpty()) {
            return new Ignored(whyNothing, unread);
        }
        String details = refused.stream().map(Rejected::detail).collect(Collectors.joining("; "));
        return new Rejected(refused.get(0).reason(), details, Optional.of(device));
    }
}
