package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;

/**
 * The decoded object of one message, with what its envelope says.
 *
 * @param port LoRaWAN's fPort; 0 where there is none
 */
public record Uplink(DeviceId device, JsonNode body, int port, Instant observedAt) {}
