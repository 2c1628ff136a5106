package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.delivery.AllowedAddress.Forbidden;
import de.hexapolis.delivery.AllowedReceivers;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * A channel as it shall be, checked. Immutable.
 *
 * @param city empty: all cities, which is the operator's
 * @param crew empty: the city's staff
 * @param keys of a push subscription, as the browser gave them
 */
record ChannelBody(
        Optional<String> city,
        Optional<String> crew,
        String kind,
        String name,
        String address,
        JsonNode settings,
        Optional<JsonNode> keys,
        Optional<String> owner) {
    private static final Set<String> KINDS = Set.of("mqtt", "webhook", "mail", "push");
    private static final int LONGEST_ADDRESS = 2_000;

    static ChannelBody of(Command command, Body body, AllowedReceivers addresses) throws Refusal {
        String kind = body.required("kind");
        if (!KINDS.contains(kind)) {
            throw body.refusal("kind", "'%s' is not one of mqtt, webhook, mail, push".formatted(kind));
        }
        if (kind.equals("mqtt") && command.city().isPresent()) {
            throw new Refusal(CommandProblem.of(403, "forbidden", "topics of the broker are the operator's"));
        }
        boolean forAll = kind.equals("mqtt") && body.text("city").isEmpty();
        Optional<String> city = forAll ? Optional.empty() : Optional.of(CityRight.cityOf(command, body));
        boolean isPush = kind.equals("push");
        Optional<JsonNode> keys = isPush ? Optional.of(keys(body)) : Optional.empty();
        Optional<String> owner = isPush ? Optional.of(body.required("owner")) : Optional.empty();
        String address = longText(command, "address");
        checkAddress(body, kind, address, addresses);
        return new ChannelBody(
                city,
                body.text("crew"),
                kind,
                isPush ? body.text("name").orElse("push") : body.required("name"),
                address,
                ChannelSettings.checked(body.free("settings")),
                keys,
                owner);
    }

    /** What the body says, over what the row has; city, crew and kind stay. */
    static ChannelBody changed(JsonNode row, Body body, AllowedReceivers addresses) throws Refusal {
        String kind = row.path("kind").asText();
        String address = row.path("address").asText();
        Optional<String> other = body.text("address");
        if (other.isPresent() && !other.get().equals(address)) {
            checkAddress(body, kind, other.get(), addresses);
        }
        JsonNode settings = body.object("settings").isPresent() ? body.free("settings") : row.path("settings");
        return new ChannelBody(
                Optional.ofNullable(row.path("city").textValue()),
                Optional.ofNullable(row.path("crew").textValue()),
                kind,
                body.text("name").orElse(row.path("name").asText()),
                other.orElse(address),
                ChannelSettings.checked(settings),
                Optional.empty(),
                Optional.empty());
    }

    /** Push services hand out long addresses. */
    static String longText(Command command, String field) throws Refusal {
        JsonNode text = command.body().path(field);
        if (!text.isTextual()
                || text.textValue().isBlank()
                || text.textValue().length() > LONGEST_ADDRESS
                || text.textValue().chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(CommandProblem.invalid(
                    field, "must be a text of at most %d characters".formatted(LONGEST_ADDRESS)));
        }
        return text.textValue().strip();
    }

    private static JsonNode keys(Body body) throws Refusal {
        JsonNode keys = body.free("keys");
        for (String key : Set.of("p256dh", "auth")) {
            if (!keys.path(key).asText().matches("[A-Za-z0-9_-]{16,128}=*")) {
                throw body.refusal("keys." + key, "is not what a browser gives");
            }
        }
        return keys;
    }

    private static void checkAddress(Body body, String kind, String address, AllowedReceivers addresses)
            throws Refusal {
        switch (kind) {
            case "mqtt" -> require(body, address.matches("[a-z0-9-]+(/[a-z0-9-]+)*"), "is not a topic such as v1");
            case "mail" ->
                require(
                        body,
                        address.matches("[^@\\s<>\"',;:\\\\]{1,64}@[A-Za-z0-9.-]{1,255}"),
                        "is not a mail address such as nord@fulda.example");
            default -> {
                try {
                    addresses.of(kind).check(URI.create(address), 0);
                } catch (IllegalArgumentException | Forbidden refused) {
                    throw body.refusal("address", String.valueOf(refused.getMessage()));
                } catch (UnknownHostException unknown) {
                    throw body.refusal("address", "the host has no address");
                }
            }
        }
    }

    private static void require(Body body, boolean holds, String otherwise) throws Refusal {
        if (!holds) {
            throw body.refusal("address", otherwise);
        }
    }
}
