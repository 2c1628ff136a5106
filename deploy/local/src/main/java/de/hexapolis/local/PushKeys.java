package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key by which push services know this installation (VAPID, P-256), made at the first start and never changed after:
 * browsers that have subscribed trust no other. The private half is readable by its owner only.
 */
record PushKeys(Path folder) {
    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");

    Path privateKey() {
        return folder.resolve("vapid-private.pem");
    }

    Path publicKey() {
        return folder.resolve("vapid-public.pem");
    }

    /** Makes what is missing. */
    void prepare() {
        if (Files.exists(privateKey()) && Files.exists(publicKey())) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Files.createDirectories(folder);
            write(publicKey(), pem("PUBLIC", pair.getPublic()));
            write(privateKey(), pem("PRIVATE", pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make a key pair of P-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(kind, body, kind);
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FOR_OWNER));
        Files.writeString(file, text);
    }
}
