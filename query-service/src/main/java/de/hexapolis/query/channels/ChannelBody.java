package de.hexapolis.query.channels;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of channels to make or change, for the API's description: ingest-service judges them. */
final class ChannelBody {
    private ChannelBody() {}

    /** A new one. */
    @Schema(name = "NewChannel")
    record New(
            @Schema(description = "Left out by operators for topics of all cities", examples = "fulda") String city,
            @Schema(description = "Left out: the city's staff", examples = "fulda-nord") Optional<String> crew,
            @Schema(enumeration = {"mqtt", "webhook", "mail"}) String kind,
            @Schema(examples = "Ticketsystem") String name,
            @Schema(
                            description = "URL, mail address, or beginning of topics",
                            examples = "https://tickets.fulda.example/hooks")
                    String address,
            Optional<Settings> settings) {}

    /** What shall be different; what is left out stays. */
    @Schema(name = "ChangedChannel")
    record Changed(
            Optional<String> name,
            Optional<String> address,
            Optional<Settings> settings,
            @Schema(description = "Switch it off, or on again after it was disabled") Optional<Boolean> enabled,
            @Schema(description = "Webhooks: a new secret, answered once") Optional<Boolean> newSecret) {}

    /** What it wants of all that there is. */
    @Schema(name = "ChannelSettings")
    record Settings(
            @Schema(enumeration = {"info", "warning", "urgent", "critical"}) Optional<String> severityFrom,
            @Schema(description = "Such as order or alert.opened; left out: all") Optional<List<String>> kinds,
            @Schema(
                            description = "Without crew: all of the city, or what goes to its staff",
                            enumeration = {"all", "staff"})
                    Optional<String> of,
            @Schema(
                            description = "Told within the crew's shifts, or at any hour",
                            enumeration = {"crew", "any"})
                    Optional<String> hours,
            Optional<Digest> digest,
            @Schema(enumeration = {"de", "en"}) Optional<String> language) {}

    /** Mail: what is below a severity comes at times of day, in one. */
    @Schema(name = "ChannelDigest")
    record Digest(
            @Schema(enumeration = {"info", "warning", "urgent", "critical"}) String below,
            @Schema(examples = "[\"06:15\", \"12:00\"]") List<String> at) {}

    /** A browser's subscription, as it gives it, with whose it is. */
    @Schema(name = "PushSubscription")
    record Subscription(
            @Schema(examples = "fulda") String city,
            @Schema(examples = "fulda-nord") Optional<String> crew,
            @Schema(examples = "https://push.example/abc") String endpoint,
            Keys keys,
            @Schema(enumeration = {"de", "en"}) Optional<String> language) {}

    /** What the message is encrypted for. */
    @Schema(name = "PushKeys")
    record Keys(String p256dh, String auth) {}
}
