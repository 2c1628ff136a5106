package de.hexapolis.simulator.publish;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker is and who connects. Immutable.
 *
 * @param uri such as {@code tcp://127.0.0.1:1883} or {@code ssl://broker.example:8883}; also {@code ws} and {@code wss},
 *     which may have a path
 */
public record BrokerAddress(String uri, Optional<String> username, Optional<String> password) {
    private static final Pattern GRAMMAR =
            Pattern.compile("(tcp|ssl|ws|wss)://(\\[[0-9a-fA-F:.]+]|[^\\s/:@]+)(:(?<port>[0-9]{1,5}))?(?<path>/\\S*)?");

    private static final int HIGHEST_PORT = 65_535;

    public BrokerAddress {
        if (!isAddress(uri)) {
            throw new IllegalArgumentException(
                    "not a broker's address: '%s', but such as tcp://127.0.0.1:1883 or ssl://broker.example:8883"
                            .formatted(uri));
        }
    }

    public static BrokerAddress of(String uri) {
        return new BrokerAddress(uri, Optional.empty(), Optional.empty());
    }

    /** Without TLS. */
    boolean isPlain() {
        return uri.startsWith("tcp://");
    }

    /** What the client library takes; it would throw for anything else. */
    private static boolean isAddress(String text) {
        Matcher parts = GRAMMAR.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int port =
                Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElse(1);
        boolean webOrNoPath = parts.group("path") == null || text.startsWith("ws");
        return port >= 1 && port <= HIGHEST_PORT && webOrNoPath;
    }
}
