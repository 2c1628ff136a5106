package de.hexapolis.registry;

import de.hexapolis.telemetry.CityId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where a device is or was, from an instant until another one. Immutable.
 *
 * @param city the asset's city, with its time zone
 * @param rawRetentionDays for how long the city keeps raw observations; never more than the platform does
 * @param rawFrom raw observations before it may be deleted, though the city may keep them for longer by now; {@link
 *     Instant#MIN} if none is
 * @param until exclusive; empty while the device is still there
 * @param calibrations by rising {@code validFrom}
 */
public record Installation(
        long installationId,
        long assetId,
        CityId city,
        ZoneId zone,
        int rawRetentionDays,
        Instant rawFrom,
        Instant from,
        Optional<Instant> until,
        List<Calibration> calibrations) {

    public Installation {
        calibrations = List.copyOf(calibrations);
    }

    /** Whether the device was here at that instant. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && (until.isEmpty() || instant.isBefore(until.get()));
    }

    /** Raw observations from then on are kept, seen from an instant; older ones are accepted no more. */
    public Instant rawHorizon(Instant now) {
        Instant kept = now.minus(Duration.ofDays(rawRetentionDays));
        return kept.isBefore(rawFrom) ? rawFrom : kept;
    }

    /** The calibration valid at that instant; empty before the first one. */
    public Optional<Calibration> calibrationAt(Instant instant) {
        for (int i = calibrations.size() - 1; i >= 0; i--) {
            if (!calibrations.get(i).validFrom().isAfter(instant)) {
                return Optional.of(calibrations.get(i));
            }
        }
        return Optional.empty();
    }
}
