package de.hexapolis.delivery;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that has subscribed: it alone can read what is pushed to it (RFC 8291). */
final class Browser {
    private static final int POINT_BYTES = 65;

    private final KeyPair keys;
    private final byte[] auth = new byte[16];

    Browser() throws GeneralSecurityException {
        keys = newKeys();
        new SecureRandom().nextBytes(auth);
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** As the channel keeps it. */
    String secret() {
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return "{\"p256dh\": \"%s\", \"auth\": \"%s\"}"
                .formatted(text.encodeToString(point((ECPublicKey) keys.getPublic())), text.encodeToString(auth));
    }

    /** Opens a body of one record: salt, record size, sender's key, then what is encrypted. */
    String decrypt(byte[] body) throws GeneralSecurityException {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        bytes.get(salt);
        bytes.getInt();
        byte[] sender = new byte[bytes.get()];
        bytes.get(sender);
        byte[] cipherText = new byte[bytes.remaining()];
        bytes.get(cipherText);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] info = joined(
                "WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point((ECPublicKey) keys.getPublic()), sender);
        byte[] secret = derived(auth, agreement.generateSecret(), info, 32);
        byte[] key = derived(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = derived(salt, secret, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(cipherText);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    /** HKDF of one block (RFC 5869). */
    private static byte[] derived(byte[] salt, byte[] material, byte[] info, int length)
            throws GeneralSecurityException {
        return Arrays.copyOf(hmac(hmac(salt, material), joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        ECPublicKey some = (ECPublicKey) newKeys().getPublic();
        ECPoint at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT_BYTES)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, some.getParams()));
    }

    /** Uncompressed: 4, x, y. */
    static byte[] point(ECPublicKey key) {
        byte[] point = new byte[POINT_BYTES];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 33);
        put(key.getW().getAffineY(), point, POINT_BYTES);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int end) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, into, end - length, length);
    }
}
