package de.hexapolis.delivery;

import java.util.List;

/**
 * Where receivers may be, by their kind. Browsers name push services themselves, so what the operator allows for webhooks
 * says nothing of these. Immutable, thread-safe.
 */
public record AllowedReceivers(AllowedAddress webhooks, AllowedAddress push) {

    /** @throws IllegalArgumentException naming the setting and its value */
    public static AllowedReceivers of(WebhookSettings webhooks, PushSettings push) {
        return new AllowedReceivers(
                new AllowedAddress(AllowedNetworks.of(
                        "hexapolis.webhooks.allow", webhooks.allow().orElse(List.of()))),
                new AllowedAddress(
                        AllowedNetworks.of("hexapolis.push.allow", push.allow().orElse(List.of()))));
    }

    /** @param kind of a channel that is posted to: {@code webhook} or {@code push} */
    public AllowedAddress of(String kind) {
        return kind.equals("push") ? push : webhooks;
    }
}
