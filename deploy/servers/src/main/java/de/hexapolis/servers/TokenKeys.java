package de.hexapolis.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key pair that signs an installation's own tokens, in a folder: {@code private.pem}, readable by its owner only, and {@code
 * public.pem}, readable by everybody, since containers that check tokens run as a user of their own. Immutable.
 */
public final class TokenKeys {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_EVERYBODY = PosixFilePermissions.fromString("rw-r--r--");

    private final Path folder;
    private final PrivateKey key;

    private TokenKeys(Path folder, PrivateKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The folder's keys; made if there are none. */
    public static TokenKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("private.pem");
            return new TokenKeys(folder, Files.exists(file) ? read(file) : make(folder));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make or read RSA keys", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    public Path publicKey() {
        return folder.resolve("public.pem");
    }

    /** A JWT. */
    public String sign(String claims) {
        try {
            String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign", e);
        }
    }

    /** Signs and writes a file that only its owner can read, if there is none. */
    public void write(Path file, String claims) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                writeFor(file, FOR_OWNER, sign(claims));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[^-]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static PrivateKey make(Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        writeFor(folder.resolve("public.pem"), FOR_EVERYBODY, pem("PUBLIC", pair.getPublic()));
        writeFor(folder.resolve("private.pem"), FOR_OWNER, pem("PRIVATE", pair.getPrivate()));
        return pair.getPrivate();
    }

    private static void writeFor(Path file, Set<PosixFilePermission> readers, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(readers));
        Files.setPosixFilePermissions(file, readers);
        Files.writeString(file, text);
    }

    private static String encode(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(kind, body, kind);
    }
}
