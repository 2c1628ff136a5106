package de.hexapolis.delivery;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The key by which push services know us, read once. Thread-safe. */
final class VapidKeys {
    private static final int HOURS_VALID = 12;

    private final String subject;
    private final Optional<VAPIDKeyPair> pair;

    /** There is no key to push with. */
    static final class NoKeys extends Exception {
        private static final long serialVersionUID = 1;

        private NoKeys() {
            super(
                    "hexapolis.push.vapid-private-key-file and hexapolis.push.vapid-public-key-file are not set",
                    null,
                    false,
                    false);
        }
    }

    /** @throws IllegalArgumentException naming the setting and its value, if a file is set and no key */
    VapidKeys(PushSettings settings) {
        this.subject = settings.subject();
        this.pair = settings.vapidPrivateKeyFile()
                .flatMap(secret -> settings.vapidPublicKeyFile().map(open -> read(secret, open)));
    }

    private static VAPIDKeyPair read(Path secret, Path open) {
        try {
            return VAPIDKeyPairs.of(PrivateKeySources.ofPEMFile(secret), PublicKeySources.ofPEMFile(open));
        } catch (IOException | RuntimeException unusable) {
            throw new IllegalArgumentException(
                    "hexapolis.push.vapid-private-key-file: '%s' and '%s' are no pair of keys: %s"
                            .formatted(secret, open, unusable.getMessage()),
                    unusable);
        }
    }

    /** The header {@code Authorization} for a push service. */
    String authorizationFor(URI endpoint) throws NoKeys {
        VAPIDJWTParam token = VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint.toString())
                .expiresAfter(HOURS_VALID, TimeUnit.HOURS)
                .subject(subject)
                .build();
        return pair.orElseThrow(NoKeys::new).generateAuthorizationHeaderValue(token);
    }
}
