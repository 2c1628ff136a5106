package de.hexapolis.query.registry;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a device to register, for the API's description: ingest-service judges it. */
@Schema(name = "DeviceBody")
record DeviceBody(
        @Schema(examples = "fulda") String city,
        @Schema(description = "Not needed for devices that speak our own JSON", examples = "dragino/ldds75")
                Optional<String> profile,
        @Schema(description = "How often it reports when all is well", examples = "PT1H")
                Optional<String> expectedInterval,
        Optional<InstallationBody> installation,
        @Schema(description = "The device that was there before and goes now") Optional<String> replaces) {

    /** Where it is from a moment on. */
    @Schema(name = "InstallationBody")
    record InstallationBody(
            @Schema(description = "The asset's reference in its city, or its id", examples = "AB-0017") String asset,
            @Schema(description = "Now, if left out", examples = "2026-07-01T08:00:00+02:00") Optional<String> from,
            Optional<String> until,
            Optional<CalibrationBody> calibration) {}

    /** What the distance means. */
    @Schema(name = "CalibrationBody")
    record CalibrationBody(
            @Schema(examples = "1200") double distanceEmptyMm,
            @Schema(examples = "200") double distanceFullMm,
            @Schema(description = "Since the installation, if left out") Optional<String> validFrom) {}
}
