package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.Unit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the rules of a profile from its file; what is wrong is reported to the section and left out. One thread. */
final class ProfileReader {
    private static final Condition ALWAYS = (node, port) -> true;
    private static final String UNNAMED = "name them in channel, such as \"{n}\"";
    private static final String NOT_BESIDE = "name one, as it lies beside the value or in the whole message";

    private ProfileReader() {}

    static Optional<ReadingRule> reading(Section section) {
        Optional<Quantity> quantity = section.parsed("quantity", ProfileReader::quantity);
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        ChannelTemplate channel = channel(section);
        return Optional.of(new ReadingRule(
                section.parsedList("path", text -> channel.varies() ? FieldPath.parse(text) : single(text, UNNAMED)),
                applies(section),
                noValue(section),
                section.entries("values", ProfileReader::number),
                conversion(section, quantity.get()),
                channel));
    }

    /** A path to one place; for one to several, what to do. */
    private static FieldPath single(String text, String remedy) {
        FieldPath path = FieldPath.parse(text);
        if (path.isManifold()) {
            throw new IllegalArgumentException(
                    "%s leads to several places: %s".formatted(Excerpt.quoted(text), remedy));
        }
        return path;
    }

    private static Quantity quantity(String name) {
        return Quantity.named(name)
                .orElseThrow(() -> new IllegalArgumentException("%s is not a known quantity; one of %s"
                        .formatted(
                                Excerpt.quoted(name),
                                Arrays.stream(Quantity.values())
                                        .map(Quantity::wireName)
                                        .collect(Collectors.joining(", ")))));
    }

    private static Conversion conversion(Section section, Quantity quantity) {
        Unit unit = section.parsed("unit", text -> unitOf(quantity, text)).orElse(quantity.unit());
        return new Conversion(
                quantity,
                section.has("curve") ? curve(section) : Optional.empty(),
                section.number("scale", 1),
                section.number("offset", 0),
                section.has("temperature_correction")
                        ? Optional.of(correction(section.below("temperature_correction")))
                        : Optional.empty(),
                unit);
    }

    private static Correction correction(Section section) {
        return new Correction(
                section.parsedList("path", text -> single(text, NOT_BESIDE)),
                section.number("reference", 0),
                section.number("per_degree", 0),
                noValue(section));
    }

    private static Unit unitOf(Quantity quantity, String text) {
        Unit unit = Unit.spelled(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("%s is not a known unit".formatted(Excerpt.quoted(text))));
        if (unit.convert(1, quantity.unit()).isEmpty()) {
            throw new IllegalArgumentException("%s does not convert to %s, the unit of %s"
                    .formatted(Excerpt.quoted(text), quantity.unit().symbol(), quantity));
        }
        return unit;
    }

    private static Optional<Curve> curve(Section section) {
        List<double[]> points = new ArrayList<>();
        section.node()
                .path("curve")
                .forEach(point -> points.add(
                        new double[] {point.path(0).asDouble(), point.path(1).asDouble()}));
        try {
            return Optional.of(Curve.through(points));
        } catch (IllegalArgumentException fault) {
            section.problem("curve", String.valueOf(fault.getMessage()));
            return Optional.empty();
        }
    }

    private static ChannelTemplate channel(Section section) {
        Map<String, String> table = section.entries("channels", JsonNode::asText);
        return section.parsed("channel", text -> ChannelTemplate.parse(text, table))
                .orElse(ChannelTemplate.only());
    }

    private static NoValue noValue(Section section) {
        Set<String> texts = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        List<double[]> ranges = new ArrayList<>();
        for (JsonNode item : section.node().path("no_value")) {
            if (item.isObject()) {
                ranges.add(new double[] {
                    item.path("from").asDouble(Double.NEGATIVE_INFINITY),
                    item.path("to").asDouble(Double.POSITIVE_INFINITY)
                });
            } else if (item.isNumber()) {
                ranges.add(NoValue.exactly(item.doubleValue()));
            } else {
                String text = item.asText().strip().toLowerCase(Locale.ROOT);
                boolean isPrefix = text.endsWith("*");
                (isPrefix ? prefixes : texts).add(isPrefix ? text.substring(0, text.length() - 1) : text);
            }
        }
        return new NoValue(Set.copyOf(texts), List.copyOf(prefixes), List.copyOf(ranges));
    }

    private static Double number(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("%s is not a number".formatted(Excerpt.quoted(value)));
        }
        return value.doubleValue();
    }

    static Optional<EventRule> event(Section section) {
        List<FieldPath> paths = section.parsedList("path", FieldPath::parse);
        if (paths.isEmpty() && !(section.has("value") && section.has("when"))) {
            section.problem("path", "an event needs a path, or a condition (when) and a value");
        }
        String otherwise = section.has("value") ? "value" : "otherwise";
        return Optional.of(new EventRule(
                section.text("kind"),
                paths,
                applies(section),
                section.entries("values", ProfileReader::eventValue),
                section.value(otherwise, ProfileReader::eventValue)));
    }

    private static String eventValue(JsonNode value) {
        return EventValue.of(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not a boolean, a number or a short text".formatted(Excerpt.quoted(value))));
    }

    static PositionRule position(Section section) {
        return new PositionRule(
                section.parsedList("latitude", FieldPath::parse),
                section.parsedList("longitude", FieldPath::parse),
                section.parsedList("accuracy", FieldPath::parse),
                section.number("scale", 1),
                applies(section));
    }

    static IgnoreRule ignore(Section section) {
        Set<Integer> ports = Set.copyOf(section.parsedList("port", Integer::valueOf));
        if (ports.isEmpty() && !section.has("when")) {
            section.problem("when", "a message to ignore is told by its port or by a condition (when)");
        }
        Optional<Condition> condition = section.has("when")
                ? Optional.of(Condition.all(section.parsedList("when", Condition::parse)))
                : Optional.empty();
        return new IgnoreRule(ports, condition, section.has("why") ? section.text("why") : "carries no measurement");
    }

    static RecordRule records(Section section) {
        return new RecordRule(section.parsedList("path", FieldPath::parse), time(section.below("time")));
    }

    static TimeRule time(Section section) {
        TimeRule.Notation notation =
                section.parsed("format", ProfileReader::notation).orElse(TimeRule.Notation.RFC3339);
        if (notation == TimeRule.Notation.LOCAL && !section.has("zone")) {
            section.problem("zone", "a time without offset needs its zone, such as Europe/Berlin");
        }
        return new TimeRule(
                section.parsedList("path", FieldPath::parse),
                notation,
                section.parsed("zone", ProfileReader::zone).orElse(ZoneOffset.UTC));
    }

    private static TimeRule.Notation notation(String name) {
        return TimeRule.Notation.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not one of rfc3339, local, epoch_s, epoch_ms".formatted(Excerpt.quoted(name))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "%s is not a time zone, such as Europe/Berlin".formatted(Excerpt.quoted(name)), unknown);
        }
    }

    static Envelope envelope(Section section) {
        Section time = section.below("time");
        List<FieldPath> device = section.parsedList("device", FieldPath::parse);
        if (device.isEmpty() && !section.has("topic")) {
            section.problem("device", "an envelope names the device by a path (device) or in the topic (topic)");
        }
        return new Envelope(
                section.parsed("topic", TopicTemplate::parse),
                device,
                section.has("time") ? time(time) : TimeRule.none(),
                time.text("otherwise").equals("receipt"),
                section.parsed("port", FieldPath::parse),
                section.parsed("body", FieldPath::parse));
    }

    /** {@code when}: all of them hold; {@code unless}: none does. */
    private static Condition applies(Section section) {
        List<Condition> when = section.parsedList("when", Condition::parse);
        List<Condition> unless = section.parsedList("unless", Condition::parse);
        if (when.isEmpty() && unless.isEmpty()) {
            return ALWAYS;
        }
        return (node, port) -> when.stream().allMatch(one -> one.holds(node, port))
                && unless.stream().noneMatch(one -> one.holds(node, port));
    }
}
