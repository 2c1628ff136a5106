package de.hexapolis.decode;

import static de.hexapolis.decode.RejectReason.INVALID_READING;
import static de.hexapolis.decode.RejectReason.MALFORMED;
import static de.hexapolis.decode.RejectReason.UNKNOWN_QUANTITY;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.EventValue;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.Rfc3339;
import de.hexapolis.profile.UnitConversion;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import de.hexapolis.telemetry.Unit;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Our own message, the hot path. City and device come from the topic; the payload may repeat them ({@code city},
 * {@code device}) but not differ. Numbers are numbers here: a numeric string is refused. Thread-safe.
 */
final class OwnJson {
    private OwnJson() {}

    static Decoded decode(RawMessage message, JsonNode root) {
        Optional<TelemetryTopic> topic = TelemetryTopic.parse(message.topic());
        if (topic.isEmpty()) {
            return new Rejected(
                    MALFORMED,
                    "topic: %s is not v1/{city}/{device}/telemetry".formatted(Excerpt.quoted(message.topic())),
                    Optional.empty());
        }
        DeviceId device = topic.get().device();
        Optional<String> fault = envelopeFault(topic.get(), root);
        if (fault.isPresent()) {
            return new Rejected(MALFORMED, fault.get(), Optional.of(device));
        }
        JsonNode observedAt = root.path("observed_at");
        Optional<Instant> instant = observedAt.isTextual() ? Rfc3339.parse(observedAt.textValue()) : Optional.empty();
        if (instant.isEmpty()) {
            return new Rejected(
                    MALFORMED,
                    "observed_at: %s is not an RFC 3339 time with offset".formatted(Excerpt.quoted(observedAt)),
                    Optional.of(device));
        }
        Parts parts = new Parts(device);
        readings(root.path("readings"), instant.get(), parts);
        events(root.path("events"), instant.get(), parts);
        position(root.path("position"), instant.get(), parts);
        return parts.whole("readings, events and position are empty");
    }

    private static Optional<String> envelopeFault(TelemetryTopic topic, JsonNode root) {
        if (!root.isObject()) {
            return Optional.of("not a JSON object");
        }
        if (contradicts(root.path("device"), topic.device().value())) {
            return Optional.of("device: %s, but the topic names %s"
                    .formatted(Excerpt.quoted(root.path("device")), topic.device()));
        }
        if (contradicts(root.path("city"), topic.city().value())) {
            return Optional.of(
                    "city: %s, but the topic names %s".formatted(Excerpt.quoted(root.path("city")), topic.city()));
        }
        if (!root.has("readings") && !root.has("events") && !root.has("position")) {
            return Optional.of("neither readings nor events nor position");
        }
        return Optional.empty();
    }

    private static boolean contradicts(JsonNode field, String topicValue) {
        return !field.isMissingNode() && !topicValue.equalsIgnoreCase(field.asText());
    }

    private static void readings(JsonNode readings, Instant observedAt, Parts parts) {
        if (!readings.isArray()) {
            refuseUnlessAbsent(readings, "readings", "not an array", parts);
            return;
        }
        for (int i = 0; i < readings.size(); i++) {
            reading(readings.get(i), i, observedAt, parts);
        }
    }

    private static void reading(JsonNode reading, int index, Instant observedAt, Parts parts) {
        JsonNode name = reading.path("quantity");
        Optional<Quantity> quantity = Quantity.named(name.asText());
        if (quantity.isEmpty()) {
            parts.refuse(
                    name.isTextual() ? UNKNOWN_QUANTITY : INVALID_READING,
                    "readings[%d].quantity: %s is not a known quantity".formatted(index, Excerpt.quoted(name)));
            return;
        }
        JsonNode number = reading.path("value");
        double sent = number.doubleValue();
        if (!number.isNumber() || !Double.isFinite(sent)) {
            parts.refuse(
                    INVALID_READING, "readings[%d].value: %s is not a number".formatted(index, Excerpt.quoted(number)));
            return;
        }
        OptionalDouble value = inUnitOf(quantity.get(), sent, reading.path("unit"));
        if (value.isEmpty()) {
            parts.refuse(
                    INVALID_READING,
                    "readings[%d].unit: %s is no unit of %s, which is in %s"
                            .formatted(
                                    index,
                                    Excerpt.quoted(reading.path("unit")),
                                    quantity.get(),
                                    quantity.get().unit().symbol()));
            return;
        }
        Optional<Channel> channel = Field.channel(reading.path("channel"));
        if (channel.isEmpty()) {
            parts.refuse(
                    INVALID_READING,
                    "readings[%d].channel: %s is not a channel"
                            .formatted(index, Excerpt.quoted(reading.path("channel"))));
            return;
        }
        parts.measurements.add(
                new Measurement(parts.device(), quantity.get(), channel.get(), observedAt, value.getAsDouble()));
    }

    private static OptionalDouble inUnitOf(Quantity quantity, double value, JsonNode unit) {
        if (unit.isMissingNode()) {
            return OptionalDouble.of(value);
        }
        Optional<Unit> sent = unit.isTextual() ? Unit.spelled(unit.textValue()) : Optional.empty();
        return sent.isPresent() ? UnitConversion.convert(value, sent.get(), quantity.unit()) : OptionalDouble.empty();
    }

    private static void events(JsonNode events, Instant observedAt, Parts parts) {
        if (!events.isArray()) {
            refuseUnlessAbsent(events, "events", "not an array", parts);
            return;
        }
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            JsonNode kind = event.path("kind");
            if (!kind.isTextual() || !DeviceEvent.isKind(kind.textValue())) {
                parts.refuse(
                        INVALID_READING,
                        "events[%d].kind: %s is not a kind of event".formatted(i, Excerpt.quoted(kind)));
                continue;
            }
            JsonNode value = event.path("value");
            Optional<String> json = value.isMissingNode() ? Optional.of("true") : EventValue.of(value);
            if (json.isEmpty()) {
                parts.refuse(
                        INVALID_READING,
                        "events[%d].value: %s is not a boolean, a number or a short text"
                                .formatted(i, Excerpt.quoted(value)));
                continue;
            }
            parts.events.add(new DeviceEvent(parts.device(), kind.textValue(), observedAt, json.get()));
        }
    }

    private static void position(JsonNode position, Instant observedAt, Parts parts) {
        if (!position.isObject()) {
            refuseUnlessAbsent(position, "position", "not an object", parts);
            return;
        }
        JsonNode latitude = position.path("lat");
        JsonNode longitude = position.path("lon");
        JsonNode accuracy = position.path("accuracy_m");
        if (!Field.isWithin(latitude, -90, 90)
                || !Field.isWithin(longitude, -180, 180)
                || !(accuracy.isMissingNode() || Field.isWithin(accuracy, 0, Double.MAX_VALUE))) {
            parts.refuse(
                    INVALID_READING,
                    "position: lat %s, lon %s, accuracy_m %s is not a position on earth"
                            .formatted(Excerpt.quoted(latitude), Excerpt.quoted(longitude), Excerpt.quoted(accuracy)));
            return;
        }
        parts.positions.add(new PositionFix(
                parts.device(),
                observedAt,
                longitude.doubleValue(),
                latitude.doubleValue(),
                accuracy.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(accuracy.doubleValue())));
    }

    private static void refuseUnlessAbsent(JsonNode field, String name, String why, Parts parts) {
        if (!field.isMissingNode()) {
            parts.refuse(MALFORMED, "%s: %s is %s".formatted(name, Excerpt.quoted(field), why));
        }
    }
}
