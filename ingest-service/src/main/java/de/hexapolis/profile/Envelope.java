package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where device, time, port and decoded object lie in a message of any JSON: what a profile adds for sources whose
 * format is {@code mapped:<profile>}. Immutable, thread-safe.
 */
public final class Envelope {
    private final Optional<TopicTemplate> topic;
    private final List<FieldPath> device;
    private final TimeRule time;
    private final boolean isReceiptGoodEnough;
    private final Optional<FieldPath> port;
    private final Optional<FieldPath> body;

    Envelope(
            Optional<TopicTemplate> topic,
            List<FieldPath> device,
            TimeRule time,
            boolean isReceiptGoodEnough,
            Optional<FieldPath> port,
            Optional<FieldPath> body) {
        this.topic = topic;
        this.device = List.copyOf(device);
        this.time = time;
        this.isReceiptGoodEnough = isReceiptGoodEnough;
        this.port = port;
        this.body = body;
    }

    /** Whether such a topic carries measurements; a source's filter may be wider than its devices. */
    public boolean isMeant(String topicName) {
        return topic.isEmpty() || topic.get().device(topicName).isPresent();
    }

    /** The device as the message names it, not yet normalised. */
    public Optional<String> device(String topicName, JsonNode message) {
        return topicDevice(topicName).or(() -> device.stream()
                .map(path -> path.first(message))
                .filter(JsonNode::isValueNode)
                .map(ScalarText::of)
                .findFirst());
    }

    /** The device as the topic names it, whatever the message says; empty where the profile has no template. */
    public Optional<String> topicDevice(String topicName) {
        return topic.flatMap(template -> template.device(topicName));
    }

    /**
     * When the message was sent. Where the profile says that the receipt is good enough: that, if the message has no
     * time, or one of a clock that was never set or is ahead.
     */
    public Optional<Instant> sentAt(JsonNode message, Instant receivedAt) {
        return isReceiptGoodEnough
                ? time.believable(message, Optional.of(receivedAt))
                : time.read(message, TimeRule.latest(receivedAt));
    }

    /** The port; 0 where there is none. */
    public int port(JsonNode message) {
        OptionalDouble number = port.isPresent() ? NumberText.of(port.get().first(message)) : OptionalDouble.empty();
        return (int) number.orElse(0);
    }

    /** The decoded object; a missing node where the message has none. */
    public JsonNode body(JsonNode message) {
        return body.isPresent() ? body.get().first(message) : message;
    }
}
