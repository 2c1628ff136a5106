package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.delivery.Urgency;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a channel wants: {@code severity_from}; {@code kinds} of notices; {@code of} (all or staff), for a channel without
 * crew; {@code hours} (crew or any); {@code digest {below, at}}; {@code language} (de or en). Stateless.
 */
final class ChannelSettings {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String KIND = "(alert|order|channel)(\\.[a-z]{1,20})?";

    private ChannelSettings() {}

    /** The same, if nothing in it would be passed over in silence. */
    static JsonNode checked(JsonNode settings) throws Refusal {
        Body body = new Body(settings).knowing("severity_from", "kinds", "of", "hours", "digest", "language");
        requireSeverity(body, "severity_from");
        requireOneOf(body, "of", List.of("all", "staff"));
        requireOneOf(body, "hours", List.of("crew", "any"));
        requireOneOf(body, "language", List.of("de", "en"));
        for (String kind : body.texts("kinds")) {
            if (!kind.matches(KIND)) {
                throw body.refusal("kinds", "'%s' is not a kind such as order or alert.opened".formatted(kind));
            }
        }
        if (body.object("digest").isPresent()) {
            checkDigest(new Body(settings.path("digest")).knowing("below", "at"), settings.path("digest"));
        }
        return settings;
    }

    private static void checkDigest(Body digest, JsonNode node) throws Refusal {
        requireSeverity(digest, "below");
        List<String> times = StreamSupport.stream(node.path("at").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (times.isEmpty() || times.size() > 24 || !times.stream().allMatch(time -> time.matches(TIME))) {
            throw digest.refusal("at", "must be an array of times of day such as 06:15");
        }
    }

    private static void requireSeverity(Body body, String field) throws Refusal {
        String word = body.text(field).orElse("info");
        if (Urgency.named(word).isEmpty()) {
            throw body.refusal(field, "'%s' is not one of info, warning, urgent, critical".formatted(word));
        }
    }

    private static void requireOneOf(Body body, String field, List<String> words) throws Refusal {
        String word = body.text(field).orElse(words.get(0));
        if (!words.contains(word)) {
            throw body.refusal(field, "'%s' is not one of %s".formatted(word, String.join(", ", words)));
        }
    }
}
