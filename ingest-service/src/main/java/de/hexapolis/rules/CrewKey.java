package de.hexapolis.rules;

import de.hexapolis.telemetry.CityId;

/** A crew of a city. Immutable. */
public record CrewKey(CityId city, String crew) {}
