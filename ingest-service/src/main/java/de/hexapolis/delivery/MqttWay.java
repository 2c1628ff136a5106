package de.hexapolis.delivery;

import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.mqtt.RetainedPublisher.Answer;
import de.hexapolis.mqtt.RetainedPublisher.PublishFailed;
import de.hexapolis.mqtt.RetainedPublisher.State;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes the last state of each alert and order, retained: {@code v1/fulda/alerts/12}. The last word, that it is over,
 * expires after a day, and the topic is empty again; so does a test.
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
        for (Parcel parcel : parcels) {
            byte[] payload = CloudEvent.of(parcel);
            if (payload.length <= LARGEST_PAYLOAD) {
                states.add(state(channel, parcel, payload));
            }
        }
        try {
            return sent(parcels, states, publisher.publish(states, PATIENCE));
        } catch (PublishFailed failed) {
            return Collections.nCopies(parcels.size(), Sent.tryAgain(String.valueOf(failed.getMessage())));
        }
    }

    /** What the broker does not take holds up no other subject: it alone waits, or is given up. */
    private static List<Sent> sent(List<Parcel> parcels, List<State> states, List<Answer> answers) {
        Map<String, Answer> known = new HashMap<>();
        for (int i = 0; i < states.size(); i++) {
            known.put(states.get(i).id(), answers.get(i));
        }
        return parcels.stream()
                .map(parcel -> switch (known.getOrDefault(parcel.id().toString(), Answer.NEVER)) {
                    case TAKEN -> Sent.delivered();
                    case NOT_NOW -> Sent.tryAgain("the broker refuses it", Optional.of(Duration.ZERO));
                    case NEVER -> Sent.refused("the broker takes no such message");
                })
                .toList();
    }

    private State state(Channel channel, Parcel parcel, byte[] payload) {
        return new State(
                "%s/%s/%s".formatted(channel.address(), parcel.city(), parcel.subject()),
                payload,
                CloudEvent.MEDIA_TYPE,
                parcel.id().toString(),
                parcel.isClosing() || parcel.isTest()
                        ? Optional.of(clock.realDuration(KEPT_WHEN_OVER))
                        : Optional.empty());
    }
}
