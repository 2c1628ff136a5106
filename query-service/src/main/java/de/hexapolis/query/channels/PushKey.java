package de.hexapolis.query.channels;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The public half of the key by which push services know us, from the file {@code
 * hexapolis.push.vapid-public-key-file}: X.509 in PEM, of curve P-256. Immutable.
 */
@Singleton
public final class PushKey {
    /** Of an X.509 key of this curve the point is what stands at the end: 4, x, y. */
    private static final int POINT_BYTES = 65;

    private static final int KEY_BYTES = 91;
    private final Optional<String> text;

    PushKey(@ConfigProperty(name = "hexapolis.push.vapid-public-key-file") Optional<Path> file) {
        this.text = file.map(PushKey::read);
    }

    /** As browsers want it: base64url; empty if nothing is pushed. */
    Optional<String> text() {
        return text;
    }

    private static String read(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            byte[] key = Base64.getMimeDecoder().decode(pem);
            if (key.length == KEY_BYTES && key[KEY_BYTES - POINT_BYTES] == 4) {
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOfRange(key, KEY_BYTES - POINT_BYTES, KEY_BYTES));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(file, unreadable);
        }
        throw refused(file, null);
    }

    private static IllegalArgumentException refused(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException(
                "hexapolis.push.vapid-public-key-file: '%s' is no P-256 key in PEM".formatted(file), cause);
    }
}
