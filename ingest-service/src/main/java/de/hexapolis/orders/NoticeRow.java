package de.hexapolis.orders;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.Severity;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;

/**
 * One fact that is to be told. Immutable, as long as nobody writes into the body.
 *
 * @param crew who hears of it; {@code staff}: the city's staff
 * @param kind {@code alert.opened}, {@code alert.changed}, {@code alert.closed}, {@code order.opened}, ...
 * @param observedAt of the reading that caused it; empty: none did
 * @param receivedAt when the platform got that reading, or the oldest that was judged with it
 * @param body what receivers see as the data of the CloudEvent
 */
public record NoticeRow(
        CityId city,
        String crew,
        String kind,
        Optional<Long> alertId,
        Optional<Long> orderId,
        Severity severity,
        Instant at,
        Optional<Instant> observedAt,
        Optional<Instant> receivedAt,
        JsonNode body) {}
