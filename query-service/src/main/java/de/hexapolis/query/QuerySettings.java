package de.hexapolis.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The settings of this service; a wrong one stops the start with its name. */
@ConfigMapping(prefix = "hexapolis")
public interface QuerySettings {
    /** How long a statement may keep the database busy: 100 ms to 15 s. */
    @WithDefault("PT10S")
    Duration statementLimit();

    Clock clock();

    Retention retention();

    Cors cors();

    Push push();

    /** Messages to browsers. */
    interface Push {
        /** The key that browsers are told, X.509 in PEM: the public half of ingest-service's. Without it, none. */
        Optional<Path> vapidPublicKeyFile();
    }

    /** Whose pages may read. */
    interface Cors {
        /** Origins such as {@code https://dashboard.fulda.de}, {@code *} for all of them, or {@code none}. */
        @WithDefault("*")
        List<String> origins();
    }

    /** How long things are kept, as ingest-service is told too. */
    interface Retention {
        /** Raw observations, unless a city keeps them for less: whole days, 1 to 36,525. */
        @WithDefault("P400D")
        Duration raw();
    }

    /** The platform's clock, the same in all processes. Without a start it shows real time. */
    interface Clock {
        /** The real moment at which it shows {@link #start()}. */
        Optional<Instant> epoch();

        Optional<Instant> start();

        /** How many times as fast as real time it runs: above 0, at most 100,000. */
        @WithDefault("1")
        double rate();
    }
}
