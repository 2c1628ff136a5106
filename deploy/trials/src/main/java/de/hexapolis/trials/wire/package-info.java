/**
 * A wire that can fail: {@link de.hexapolis.trials.wire.Proxy} stands between two programs and cuts, swallows, delays
 * or throttles what they say. {@link de.hexapolis.trials.wire.AcknowledgementTap} reads the MQTT packets that pass and
 * holds each PUBACK until somebody has looked what is behind it.
 */
@NullMarked
package de.hexapolis.trials.wire;

import org.jspecify.annotations.NullMarked;
