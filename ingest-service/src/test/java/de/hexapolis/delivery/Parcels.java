package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Parcels and channels that no database knows. */
final class Parcels {
    private Parcels() {}

    static Parcel alert(long alert) {
        return alert(alert, "alert.opened", UUID.randomUUID());
    }

    static Parcel alert(long alert, String kind, UUID id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("title").put("de", "Behälter voll").put("en", "Bin full");
        return new Parcel(
                alert,
                alert,
                id,
                kind,
                "fulda",
                Optional.of(alert),
                Optional.empty(),
                Urgency.WARNING,
                MovingClock.START,
                data,
                MovingClock.START,
                MovingClock.START.plus(Duration.ofDays(1)),
                0);
    }

    static Channel channel(ChannelKind kind, String address, Optional<String> secret) {
        return new Channel(
                1,
                Optional.of("fulda"),
                Optional.empty(),
                kind,
                "Test",
                address,
                secret,
                ChannelWishes.of(kind, JsonNodeFactory.instance.objectNode()),
                Optional.empty(),
                MovingClock.START.plus(Duration.ofMinutes(1)));
    }
}
