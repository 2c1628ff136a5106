package de.hexapolis.trials.world;

import de.hexapolis.servers.TokenKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all services of a world share: the keys of their tokens and their settings. Immutable.
 *
 * @param settings of both services, as environment variables
 */
public record Platform(Path folder, Map<String, String> settings) {
    private static final Duration VALID = Duration.ofDays(365);

    public Platform {
        settings = Map.copyOf(settings);
    }

    /** Settings of one service, with those of all. */
    Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(own);
        return all;
    }

    Path publicKey() {
        return TokenKeys.in(keys()).publicKey();
    }

    /**
     * A token of a role.
     *
     * @param cities as JSON's list, such as {@code ["fulda"]}
     */
    public String token(String role, String cities) {
        return TokenKeys.in(keys()).sign(claims(role, cities));
    }

    /** Writes a token into a file. */
    public void writeToken(Path file, String role, String cities) {
        TokenKeys.in(keys()).write(file, claims(role, cities));
    }

    private static String claims(String role, String cities) {
        Instant now = Instant.now();
        return """
                {"iss":"https://hexapolis.local","sub":"trial-%s","upn":"trial-%s","groups":["%s"],"cities":%s,"iat":%d,"exp":%d}"""
                .formatted(
                        role,
                        role,
                        role,
                        cities,
                        now.getEpochSecond(),
                        now.plus(VALID).getEpochSecond());
    }

    private Path keys() {
        return folder.resolve("keys");
    }
}
