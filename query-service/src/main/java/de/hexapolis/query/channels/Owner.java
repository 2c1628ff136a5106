package de.hexapolis.query.channels;

import de.hexapolis.telemetry.CityId;
import java.util.Optional;

/** Whose a channel is: a city's, or, without one, the operator's. Immutable. */
record Owner(Optional<CityId> city) {}
