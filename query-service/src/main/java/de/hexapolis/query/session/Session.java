package de.hexapolis.query.session;

import de.hexapolis.query.problem.Trouble;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of one person know that nobody else does: both are made of the token, which only he and we have. One
 * request's.
 */
@RequestScoped
public class Session {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecurityIdentity identity;

    public Session(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** What a form must bring along to be believed: another site cannot know it. */
    public String formToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("form"));
    }

    /** Refuses a form that does not bring {@link #formToken()} along. */
    public void mustBeOurs(@Nullable String given) {
        byte[] expected = formToken().getBytes(StandardCharsets.UTF_8);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw Trouble.FORBIDDEN.problem("the form is not one of your session; load the page again");
        }
    }

    /**
     * The key of the command that a form sends: the same for the same person, wish and state, so that a double tap or a
     * reload is one command.
     */
    public UUID commandKey(String wish) {
        ByteBuffer bytes = ByteBuffer.wrap(hash("command:" + wish));
        // version 8 of RFC 9562: of our own making
        long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every Java knows " + ALGORITHM, defect);
        }
    }

    private byte[] secret() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken().getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalStateException("nobody is signed in");
    }
}
