package de.hexapolis.simulator.publish;

import java.util.Optional;

/**
 * Where a broker is and who connects. Immutable.
 *
 * @param uri such as {@code tcp://127.0.0.1:1883} or {@code ssl://broker.example:8883}
 */
public record BrokerAddress(String uri, Optional<String> username, Optional<String> password) {
    public static BrokerAddress of(String uri) {
        return new BrokerAddress(uri, Optional.empty(), Optional.empty());
    }

    /** Without TLS. */
    boolean isPlain() {
        return uri.startsWith("tcp://");
    }
}
