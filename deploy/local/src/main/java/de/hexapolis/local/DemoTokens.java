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
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The key pair that signs this installation's tokens, and tokens of operator, staff and crew, made at the first start
 * and never changed after. The public needs none. Files are readable by their owner only, the public key by everybody:
 * containers that check tokens run as a user of their own.
 */
record DemoTokens(Path folder) {
    private static final Duration VALID = Duration.ofDays(3_650);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_EVERYBODY = PosixFilePermissions.fromString("rw-r--r--");

    /** A token to be made: file name, role, cities. */
    private record Grant(String name, String role, List<String> cities) {
        String claims(Instant now) {
            String list = cities.isEmpty() ? "" : "\"" + String.join("\",\"", cities) + "\"";
            return """
                    {"iss":"https://hexapolis.local","sub":"demo-%s","upn":"demo-%s","groups":["%s"],"cities":[%s],\
                    "iat":%d,"exp":%d}"""
                    .formatted(
                            name,
                            name,
                            role,
                            list,
                            now.getEpochSecond(),
                            now.plus(VALID).getEpochSecond());
        }
    }

    private static final List<Grant> GRANTS = List.of(
            new Grant("operator", "operator", List.of()),
            new Grant("staff-fulda", "staff", List.of("fulda")),
            new Grant("crew-fulda", "crew", List.of("fulda")));

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    String operator() {
        return DataFolder.read(folder.resolve("operator.jwt"));
    }

    /** Makes what is missing. */
    void prepare(Instant now) {
        if (Files.exists(folder.resolve("operator.jwt"))) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            write("private.pem", pem("PRIVATE", pair.getPrivate()));
            write("public.pem", pem("PUBLIC", pair.getPublic()));
            Files.setPosixFilePermissions(publicKey(), FOR_EVERYBODY);
            for (Grant grant : GRANTS) {
                write(grant.name() + ".jwt", sign(grant.claims(now), pair.getPrivate()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make an RSA key pair", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static String sign(String claims, PrivateKey key) throws GeneralSecurityException {
        String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(head.getBytes(StandardCharsets.US_ASCII));
        return head + "." + URL.encodeToString(signature.sign());
    }

    private static String encode(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(kind, body, kind);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FOR_OWNER));
        Files.writeString(file, text);
    }
}
