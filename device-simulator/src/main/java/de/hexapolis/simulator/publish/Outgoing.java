package de.hexapolis.simulator.publish;

/** A message to publish with QoS 1. Nobody may write into the payload; the bytes are not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record Outgoing(String topic, byte[] payload) {}
