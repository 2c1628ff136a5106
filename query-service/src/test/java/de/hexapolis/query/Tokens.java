package de.hexapolis.query;

import de.hexapolis.query.access.Audience;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Really signed tokens of one key pair. */
public final class Tokens {
    private final KeyPair keys = newKeys();

    public String staffOf(String... cities) {
        return signed("erika", Audience.STAFF, List.of(cities));
    }

    public String operator() {
        return signed("otto", Audience.OPERATOR, List.of());
    }

    /** Of some crews only. */
    public String crewOf(String city, String... crews) {
        return signed("kim", Audience.CREW, List.of(city), List.of(crews));
    }

    /** Somebody else of all crews of a city. */
    public String crewNamed(String name, String city) {
        return signed(name, Audience.CREW, List.of(city));
    }

    public String deviceOf(String city) {
        return signed("bin-1", Audience.DEVICE, List.of(city));
    }

    /** A token that the service must not believe. */
    public static String forged() {
        return new Tokens().operator();
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private String signed(String name, String role, List<String> cities) {
        return signed(name, role, cities, List.of());
    }

    private String signed(String name, String role, List<String> cities, List<String> crews) {
        return Jwt.issuer("https://hexapolis.local")
                .upn(name)
                .groups(Set.of(role))
                .claim("cities", cities)
                .claim("crews", crews)
                .expiresIn(Duration.ofMinutes(30))
                .sign(keys.getPrivate());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
