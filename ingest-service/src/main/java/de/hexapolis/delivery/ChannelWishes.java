package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a channel wants of all that there is, from its {@code settings}; what cannot be read counts as not said.
 * Immutable.
 *
 * @param from the least severity
 * @param kinds such as {@code alert} or {@code order.opened}; empty: all
 * @param wholeCity of a channel without a crew: all of the city, or only what goes to its staff
 * @param atAnyHour whether shifts and quiet hours do not matter
 * @param digest collects what is less severe; empty: as the crew has it
 */
record ChannelWishes(
        Urgency from,
        Set<String> kinds,
        boolean wholeCity,
        boolean atAnyHour,
        Optional<Digest> digest,
        Locale language) {

    static ChannelWishes of(ChannelKind kind, JsonNode settings) {
        return new ChannelWishes(
                Urgency.named(settings.path("severity_from").asText()).orElse(Urgency.INFO),
                StreamSupport.stream(settings.path("kinds").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toUnmodifiableSet()),
                settings.path("of").asText(kind.isForPeople() ? "staff" : "all").equals("all"),
                settings.path("hours").asText().equals("any"),
                Digest.of(settings.path("digest")),
                settings.path("language").asText().equals("en") ? Locale.ENGLISH : Locale.GERMAN);
    }

    boolean want(String kind, Urgency urgency) {
        boolean wanted =
                kinds.isEmpty() || kinds.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
        return wanted && urgency.isAtLeast(from);
    }
}
