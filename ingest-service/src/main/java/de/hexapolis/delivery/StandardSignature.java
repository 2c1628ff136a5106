package de.hexapolis.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers of Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA256 over id, time and body. Stateless. */
public final class StandardSignature {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private StandardSignature() {}

    /** A new key, as receivers know it. */
    public static String newSecret() {
        byte[] key = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** @param sentAt of real time: receivers refuse what is older than some minutes by their clock */
    static Map<String, String> headers(String secret, UUID id, Instant sentAt, byte[] body) {
        long seconds = sentAt.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id.toString());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", "v1," + signature(secret, id + "." + seconds + ".", body));
        return headers;
    }

    private static String signature(String secret, String before, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException noSuchJdk) {
            throw new IllegalStateException("this JDK has no HMAC-SHA256", noSuchJdk);
        }
    }
}
