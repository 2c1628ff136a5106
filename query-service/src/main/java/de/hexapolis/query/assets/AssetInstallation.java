package de.hexapolis.query.assets;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device that is or was at an asset, on the wire. Immutable. */
@Schema(name = "AssetInstallation")
record AssetInstallation(
        @Schema(examples = "a84041ffff1234ab") String device,
        Optional<String> profile,
        Instant from,
        Optional<Instant> until) {}
