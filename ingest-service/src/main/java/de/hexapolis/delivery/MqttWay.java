package de.hexapolis.delivery;

import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.mqtt.RetainedPublisher.PublishFailed;
import de.hexapolis.mqtt.RetainedPublisher.State;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the last state of each alert and order, retained: {@code v1/fulda/alerts/12}. The last word, that it is over,
 * expires after a day, and the topic is empty again.
 */
final class MqttWay implements Way {
    private static final Duration KEPT_WHEN_OVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What the broker takes, with room for the topic and the header. */
    private static final int LARGEST_PAYLOAD = 64 * 1024;

    private final RetainedPublisher publisher;
    private final PlatformClock clock;

    MqttWay(RetainedPublisher publisher, PlatformClock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MQTT;
    }

    @Override
    public int atOnce() {
        return 50;
    }

    @Override
    public List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
        List<State> states = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (Parcel parcel : parcels) {
            byte[] payload = CloudEvent.of(parcel);
            boolean fits = payload.length <= LARGEST_PAYLOAD;
            sent.add(fits ? Sent.delivered() : Sent.refused("larger than 64 KiB"));
            if (fits) {
                states.add(state(channel, parcel, payload));
            }
        }
        try {
            publisher.publish(states, PATIENCE);
            return sent;
        } catch (PublishFailed failed) {
            return Collections.nCopies(parcels.size(), Sent.tryAgain(String.valueOf(failed.getMessage())));
        }
    }

    private State state(Channel channel, Parcel parcel, byte[] payload) {
        return new State(
                "%s/%s/%s".formatted(channel.address(), parcel.city(), parcel.subject()),
                payload,
                CloudEvent.MEDIA_TYPE,
                parcel.id().toString(),
                parcel.isClosing() ? Optional.of(clock.realDuration(KEPT_WHEN_OVER)) : Optional.empty());
    }
}
