package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;

/** What a series of an asset holds, and of which device. Immutable. */
public record SeriesOf(long deviceId, Quantity quantity, Channel channel) {}
