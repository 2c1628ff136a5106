package de.hexapolis.query;

import de.hexapolis.query.access.Audience;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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

    /** Of some crews only; of all, if none is named. */
    public String crewOf(String city, String... crews) {
        return crews.length == 0 ? crewNamed("kim", city) : crewClaiming(city, List.of(crews));
    }

    /** Of a crew, with whatever stands in the claim of crews. */
    public String crewClaiming(String city, Object crews) {
        return signed("kim", Audience.CREW, List.of(city), crews);
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
        return claims(name, role, cities).sign(keys.getPrivate());
    }

    private String signed(String name, String role, List<String> cities, Object crews) {
        return claims(name, role, cities).claim("crews", crews).sign(keys.getPrivate());
    }

    private static JwtClaimsBuilder claims(String name, String role, List<String> cities) {
        return Jwt.issuer("https://hexapolis.local")
                .upn(name)
                .groups(Set.of(role))
                .claim("cities", cities)
                .expiresIn(Duration.ofMinutes(30));
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
