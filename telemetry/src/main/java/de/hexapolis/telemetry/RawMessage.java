package de.hexapolis.telemetry;

import java.time.Instant;

/**
 * A message as a broker delivered it. Immutable as long as nobody writes into the payload, which nobody may; the
 * bytes are not copied, because thousands of messages a second pass here.
 *
 * @param source the name of the source in the settings
 * @param receivedAt when the platform received it (UTC)
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawMessage(String source, String topic, byte[] payload, Instant receivedAt) {}
