package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.calendar.CalendarReader;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A rule from its document, which was checked when it was loaded. Stateless; refuses what this program does not know, as a
 * newer one may have stored, by {@link IllegalArgumentException}.
 */
final class RuleReader {
    private static final Duration VERIFY_WITHIN = Duration.ofHours(24);

    private RuleReader() {}

    static ResolvedRule read(RuleRow row) {
        JsonNode document = row.document();
        return new ResolvedRule(
                row.id(),
                Edition.of(document),
                row.blueprint(),
                document,
                names(document.path("title")),
                ConditionReader.read(document.path("when")),
                handling(document),
                guards(document),
                causes(document.path("correlate")));
    }

    private static Handling handling(JsonNode rule) {
        return new Handling(
                text(rule, "work").map(RuleReader::work),
                due(rule.path("due")),
                text(rule, "verify_within").map(Duration::parse).orElse(VERIFY_WITHIN),
                text(rule, "verified_by")
                        .map(word -> VerifiedBy.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(VerifiedBy.SENSOR),
                text(rule, "bundle"),
                text(rule, "escalation"),
                text(rule, "quiet_hours"));
    }

    private static Guards guards(JsonNode rule) {
        return new Guards(
                rule.has("season") ? Optional.of(CalendarReader.season(rule.path("season"))) : Optional.empty(),
                texts(rule.path("unless_open")),
                text(rule, "instead_of"),
                text(rule, "unless_measured").map(RuleReader::quantity),
                text(rule, "unless_forecast"));
    }

    private static Map<Severity, Duration> due(JsonNode spans) {
        Map<Severity, Duration> due = new EnumMap<>(Severity.class);
        spans.properties()
                .forEach(span -> due.put(
                        severity(span.getKey()), Duration.parse(span.getValue().asText())));
        return due;
    }

    private static List<CommonCause> causes(JsonNode causes) {
        List<CommonCause> all = new ArrayList<>();
        for (JsonNode cause : causes) {
            all.add(new CommonCause(
                    cause.path("id").asText(),
                    cause.path("by").asText(),
                    cause.path("at_least").asInt(),
                    cause.path("share").asDouble(),
                    Duration.parse(cause.path("silent_for").asText()),
                    cause.path("intervals").asInt(),
                    severity(cause.path("severity").asText()),
                    names(cause.path("title"))));
        }
        return all;
    }

    static Names names(JsonNode names) {
        return new Names(names.path("de").asText(), names.path("en").asText());
    }

    static Severity severity(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Work work(String word) {
        return Work.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Quantity quantity(String wireName) {
        return Quantity.named(wireName)
                .orElseThrow(() -> new IllegalArgumentException("not a quantity: '%s'".formatted(wireName)));
    }

    static Optional<String> text(JsonNode document, String field) {
        return Optional.ofNullable(document.path(field).textValue());
    }

    /** The names of an object's fields. */
    static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
