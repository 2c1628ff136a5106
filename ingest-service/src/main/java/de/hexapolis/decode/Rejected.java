package de.hexapolis.decode;

import de.hexapolis.profile.Excerpt;
import de.hexapolis.telemetry.DeviceId;
import java.util.Optional;

/**
 * A message, or a part of one, that cannot be taken. Immutable.
 *
 * @param detail names the field and the value, for people; of bounded length and free of control characters, whatever
 *     the sender wrote
 * @param device the device, where the message names one, or its topic does for certain
 */
public record Rejected(RejectReason reason, String detail, Optional<DeviceId> device) implements Decoded {
    private static final int LONGEST_DETAIL = 1_000;

    public Rejected {
        detail = Excerpt.of(detail, LONGEST_DETAIL);
    }
}
