package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** An event that a device sent. Immutable. */
public record Signal(long deviceId, Instant observedAt, String kind, JsonNode value) {}
