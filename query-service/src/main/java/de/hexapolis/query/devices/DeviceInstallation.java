package de.hexapolis.query.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a device is or was, on the wire. Immutable. */
@Schema(name = "DeviceInstallation")
public record DeviceInstallation(
        long asset,
        @Schema(examples = "fulda") String city,
        @Schema(description = "The city's own number of the asset") String reference,
        Instant from,
        Optional<Instant> until,
        List<Calibration> calibrations) {

    /** Distances that mean empty and full, from a moment on. */
    @Schema(name = "Calibration")
    public record Calibration(Instant validFrom, double distanceEmptyMm, double distanceFullMm) {}
}
