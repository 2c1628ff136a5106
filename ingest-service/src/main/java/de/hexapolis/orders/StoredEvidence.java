package de.hexapolis.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Escalation;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.Reason;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The column {@code evidence} of an alert: {@code title} in both languages, {@code why} with the values, and what commands
 * and timers go by, so that they need no rules: {@code verify_within, verified_by, due, escalation}. Stateless.
 */
final class StoredEvidence {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StoredEvidence() {}

    static ObjectNode of(ResolvedRule rule, Evidence evidence, Optional<Escalation> escalation) {
        ObjectNode node = JSON.objectNode();
        node.set("title", names(rule.title()));
        node.set("why", why(evidence, rule.id(), rule.edition()));
        node.put("verify_within", rule.handling().verifyWithin().toString());
        node.put("verified_by", wireName(rule.handling().verifiedBy()));
        ObjectNode due = node.putObject("due");
        rule.handling().due().forEach((severity, span) -> due.put(severity.wireName(), span.toString()));
        escalation.ifPresent(chain -> node.set("escalation", steps(chain)));
        return node;
    }

    /** Of what a person asked for: nothing was measured. */
    static ObjectNode byHand(Names title, VerifiedBy verifiedBy, Duration verifyWithin) {
        ObjectNode node = JSON.objectNode();
        node.set("title", names(title));
        node.putArray("why");
        node.put("verify_within", verifyWithin.toString());
        return node.put("verified_by", wireName(verifiedBy));
    }

    /** The same alert, with what is measured by now. */
    static ObjectNode with(Alert alert, Evidence evidence) {
        ObjectNode node = alert.evidence().deepCopy();
        node.set("why", why(evidence, alert.facts().ruleId(), alert.facts().edition()));
        return node;
    }

    static Names title(JsonNode evidence) {
        return new Names(
                evidence.path("title").path("de").asText(),
                evidence.path("title").path("en").asText());
    }

    static ObjectNode names(Names names) {
        return JSON.objectNode().put("de", names.de()).put("en", names.en());
    }

    private static ArrayNode why(Evidence evidence, String rule, String edition) {
        ArrayNode reasons = JSON.arrayNode();
        for (Reason reason : evidence.reasons()) {
            ObjectNode node = reasons.addObject().put("quantity", reason.what());
            reason.channel().ifPresent(channel -> node.put("channel", channel));
            node.put("value", reason.value());
            reason.unit().ifPresent(unit -> node.put("unit", unit));
            node.put("observed_at", reason.observedAt().toString());
            node.put("comparison", reason.comparison()).put("limit", reason.limit());
            reason.series().ifPresent(series -> node.put("series", series));
            node.put("rule", rule).put("edition", edition);
        }
        return reasons;
    }

    private static ArrayNode steps(Escalation escalation) {
        ArrayNode steps = JSON.arrayNode();
        for (Escalation.Step step : escalation.steps()) {
            ObjectNode node = steps.addObject().put("after", step.after().toString());
            node.put("unless", step.unlessDone() ? "done" : "acknowledged");
            node.put("tell", step.tellStaff() ? "staff" : "crew");
            step.raiseTo().ifPresent(severity -> node.put("raise_to", severity.wireName()));
        }
        return steps;
    }

    static Optional<Escalation> escalation(JsonNode evidence) {
        List<Escalation.Step> steps = StreamSupport.stream(
                        evidence.path("escalation").spliterator(), false)
                .map(node -> new Escalation.Step(
                        Duration.parse(node.path("after").asText()),
                        node.path("unless").asText().equals("done"),
                        node.path("tell").asText().equals("staff"),
                        Optional.of(node.path("raise_to").asText())
                                .filter(word -> !word.isEmpty())
                                .map(StoredEvidence::severity)))
                .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Escalation("stored", steps));
    }

    static Severity severity(String wireName) {
        return Severity.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private static String wireName(VerifiedBy verifiedBy) {
        return verifiedBy.name().toLowerCase(Locale.ROOT);
    }

    /** How long work may take, by its severity; empty: the rule does not say. */
    static Optional<Duration> due(JsonNode evidence, Severity severity) {
        JsonNode span = evidence.path("due").path(severity.wireName());
        return span.isTextual() ? Optional.of(Duration.parse(span.asText())) : Optional.empty();
    }

    static Duration verifyWithin(JsonNode evidence) {
        return Duration.parse(evidence.path("verify_within").asText("PT3H"));
    }

    static VerifiedBy verifiedBy(JsonNode evidence) {
        return VerifiedBy.valueOf(evidence.path("verified_by").asText("sensor").toUpperCase(Locale.ROOT));
    }

    /** Of the readings that it names. */
    static List<Integer> series(JsonNode evidence) {
        return StreamSupport.stream(evidence.path("why").spliterator(), false)
                .filter(reason -> reason.has("series"))
                .map(reason -> reason.path("series").asInt())
                .distinct()
                .toList();
    }

    /** The newest value that it names. */
    static Optional<Instant> newest(Evidence evidence) {
        return evidence.reasons().stream().map(Reason::observedAt).max(Comparator.naturalOrder());
    }
}
