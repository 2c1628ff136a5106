package de.hexapolis.orders;

import de.hexapolis.rules.Episode;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.telemetry.CityId;
import java.util.Optional;

/** An episode that no alert stands for yet. Immutable. */
public record NewAlert(
        String subject,
        Optional<Long> assetId,
        CityId city,
        Optional<String> district,
        ResolvedRule rule,
        Episode episode) {}
