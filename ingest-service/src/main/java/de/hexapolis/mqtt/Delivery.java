package de.hexapolis.mqtt;

import de.hexapolis.telemetry.RawMessage;

/**
 * A message and the only connection on which it may be acknowledged. Immutable.
 *
 * @param packetId 0 for QoS 0, which nobody acknowledges
 */
record Delivery(MqttSession session, int packetId, RawMessage message) {}
