package de.hexapolis.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Receivers that are posted to, webhooks and push services: {@code hexapolis.webhooks.…}. */
@ConfigMapping(prefix = "hexapolis.webhooks")
public interface WebhookSettings {
    /**
     * Hosts and networks that may be written to though they are not on the open internet, such as {@code
     * tickets.fulda.lan,10.1.0.0/16}; to these plain http and any port is allowed, too.
     */
    Optional<List<String>> allow();

    /** How long a receiver has for its answer, in real time: a second to half a minute. */
    @WithDefault("PT10S")
    Duration patience();
}
