package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice on its way to one channel. Immutable, as long as nobody writes into the data.
 *
 * @param sequence the notice's number: rises in the order in which things were committed
 * @param id what the receiver knows it by, the same at each attempt
 * @param kind such as {@code alert.opened}
 * @param data what the receiver gets to read
 * @param notBefore since when it may be sent
 * @param giveUpAt when the last attempt is made
 * @param attempts made so far
 */
public record Parcel(
        long deliveryId,
        long sequence,
        UUID id,
        String kind,
        String city,
        Optional<Long> alert,
        Optional<Long> order,
        Urgency urgency,
        Instant at,
        JsonNode data,
        Instant notBefore,
        Instant giveUpAt,
        int attempts) {

    /** What it is about, such as {@code alerts/12}: of these a channel gets one after the other. */
    public String subject() {
        if (isAbout("order") && order.isPresent()) {
            return "orders/" + order.get();
        }
        if (isAbout("alert") && alert.isPresent()) {
            return "alerts/" + alert.get();
        }
        return isTest() ? "tests/" + data.path("channel").asText() : "notices/" + sequence;
    }

    /** Whether somebody tries the channel. */
    boolean isTest() {
        return kind.equals(TestNotice.KIND);
    }

    /** Whether it is about alerts, say, or about orders. */
    boolean isAbout(String thing) {
        return kind.startsWith(thing + ".");
    }

    boolean isClosing() {
        return kind.endsWith(".closed");
    }
}
