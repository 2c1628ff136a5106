package de.hexapolis.decode;

import static de.hexapolis.decode.RejectReason.INVALID_READING;
import static de.hexapolis.decode.RejectReason.MALFORMED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.EventValue;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.UnitConversion;
import de.hexapolis.profile.Uplink;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import de.hexapolis.telemetry.Unit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * SenML JSON (RFC 8428), one device a pack. A name ends in one of our quantities, else the device's profile reads it
 * (an object of name to value, {@code vwc_30cm} for {@code vwc:30cm}, {@code value} where the name is the device alone,
 * as {@code "23.1 Cel"} with unit);
 * without a profile a boolean or text becomes an event. Relative times count from the receipt: best effort, for a
 * message delivered twice is observed twice. Thread-safe.
 */
final class SenmlPack {
    private SenmlPack() {}

    static Decoded decode(RawMessage message, JsonNode root, ProfileLookup profiles) {
        List<SenmlRecord> records;
        try {
            records = SenmlRecord.resolve(root, message.receivedAt());
        } catch (IllegalArgumentException fault) {
            return new Rejected(MALFORMED, String.valueOf(fault.getMessage()), Optional.empty());
        }
        Optional<DeviceId> device = device(message.topic(), records);
        if (device.isEmpty()) {
            return new Rejected(
                    MALFORMED,
                    "n: the pack names no device, or several; neither does the topic %s"
                            .formatted(Excerpt.quoted(message.topic())),
                    Optional.empty());
        }
        Parts parts = new Parts(device.get());
        Optional<DeviceProfile> profile = profiles.profileOf(device.get());
        Map<Instant, ObjectNode> forProfile = new LinkedHashMap<>();
        for (SenmlRecord record : records) {
            read(record, profile, forProfile, parts);
        }
        SenmlPosition.read(records, parts);
        profile.ifPresent(known ->
                forProfile.forEach((time, body) -> parts.add(known.map(new Uplink(device.get(), body, 0, time)))));
        return parts.whole("no record with a value");
    }

    private static Optional<DeviceId> device(String topic, List<SenmlRecord> records) {
        Optional<TelemetryTopic> own = TelemetryTopic.parse(topic);
        if (own.isPresent()) {
            return Optional.of(own.get().device());
        }
        List<String> named = records.stream()
                .map(record -> record.name().device())
                .distinct()
                .toList();
        return named.size() == 1 ? NetworkServer.deviceId(named.get(0)) : Optional.empty();
    }

    private static void read(
            SenmlRecord record, Optional<DeviceProfile> profile, Map<Instant, ObjectNode> forProfile, Parts parts) {
        JsonNode value = record.value();
        Optional<Quantity> quantity = Quantity.named(record.name().field());
        if (value.isMissingNode() || SenmlPosition.isPart(record)) {
            return;
        }
        if (quantity.isPresent()) {
            measure(record, quantity.get(), parts);
        } else if (profile.isPresent()) {
            keep(record, forProfile, parts);
        } else {
            event(record, parts);
        }
    }

    /** For the profile, below field and channel: {@code vwc_30cm}. */
    private static void keep(SenmlRecord record, Map<Instant, ObjectNode> forProfile, Parts parts) {
        SenmlName name = record.name();
        String field = (name.field().isEmpty() ? "value" : name.field())
                + (name.channel().isEmpty() ? "" : "_" + name.channel());
        ObjectNode body =
                forProfile.computeIfAbsent(record.observedAt(), time -> JsonNodeFactory.instance.objectNode());
        if (body.has(field)) {
            parts.refuse(
                    INVALID_READING,
                    "%s.n: %s has another value of the same time".formatted(record.place(), Excerpt.quoted(field)));
            return;
        }
        body.set(field, withUnit(record));
    }

    private static JsonNode withUnit(SenmlRecord record) {
        return record.value().isNumber() && !record.unit().isEmpty()
                ? JsonNodeFactory.instance.textNode(record.value().asText() + " " + record.unit())
                : record.value();
    }

    private static void measure(SenmlRecord record, Quantity quantity, Parts parts) {
        double sent = record.value().doubleValue();
        if (!record.value().isNumber() || !Double.isFinite(sent)) {
            parts.refuse(
                    INVALID_READING,
                    "%s.v: %s is not a number".formatted(record.place(), Excerpt.quoted(record.value())));
            return;
        }
        Optional<Unit> unit = record.unit().isEmpty() ? Optional.of(quantity.unit()) : Unit.spelled(record.unit());
        OptionalDouble value =
                unit.isPresent() ? UnitConversion.convert(sent, unit.get(), quantity.unit()) : OptionalDouble.empty();
        if (value.isEmpty() || !Channel.isChannel(record.name().channel())) {
            parts.refuse(
                    INVALID_READING,
                    "%s: unit %s, channel %s do not fit %s, which is in %s"
                            .formatted(
                                    record.place(),
                                    Excerpt.quoted(record.unit()),
                                    Excerpt.quoted(record.name().channel()),
                                    quantity,
                                    quantity.unit().symbol()));
            return;
        }
        parts.measurements.add(new Measurement(
                parts.device(),
                quantity,
                new Channel(record.name().channel()),
                record.observedAt(),
                value.getAsDouble()));
    }

    private static void event(SenmlRecord record, Parts parts) {
        Optional<String> value = record.value().isNumber() ? Optional.empty() : EventValue.of(record.value());
        String kind = record.name().field();
        if (value.isEmpty() || !DeviceEvent.isKind(kind)) {
            parts.refuse(
                    RejectReason.UNKNOWN_QUANTITY,
                    "%s.n: %s is not a known quantity".formatted(record.place(), Excerpt.quoted(kind)));
            return;
        }
        parts.events.add(new DeviceEvent(parts.device(), kind, record.observedAt(), value.get()));
    }
}
