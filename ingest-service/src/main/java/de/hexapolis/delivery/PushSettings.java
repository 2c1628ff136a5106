package de.hexapolis.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Messages to browsers by Web Push: {@code hexapolis.push.…}. Without the two files nothing is pushed. */
@ConfigMapping(prefix = "hexapolis.push")
public interface PushSettings {
    /** The key by which push services know us (VAPID, P-256), PKCS #8 in PEM. */
    Optional<Path> vapidPrivateKeyFile();

    /** Its public half, X.509 in PEM; query-service answers it to browsers. */
    Optional<Path> vapidPublicKeyFile();

    /** Whom a push service may turn to: {@code mailto:…} or {@code https://…}. */
    @WithDefault("mailto:hexapolis@localhost")
    String subject();

    /**
     * Hosts and networks of push services that are not on the open internet; none unless there is one of one's own.
     * Browsers name the service, so whoever may subscribe may have these posted to.
     */
    Optional<List<String>> allow();
}
