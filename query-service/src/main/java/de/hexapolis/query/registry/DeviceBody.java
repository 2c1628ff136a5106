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
        Optional<InstallationBody> installation) {

    /** Where it is from now on, or was from a moment on. */
    @Schema(name = "InstallationBody")
    record InstallationBody(
            @Schema(description = "The asset's id or the city's own number of it", examples = "AB-0017") String asset,
            @Schema(examples = "2026-07-01T08:00:00+02:00") String from,
            Optional<String> until,
            Optional<CalibrationBody> calibration) {}

    /** What the distance means. */
    @Schema(name = "CalibrationBody")
    record CalibrationBody(
            @Schema(description = "Since the installation, if left out") Optional<String> validFrom,
            @Schema(examples = "1200") double distanceEmptyMm,
            @Schema(examples = "200") double distanceFullMm) {}
}
