package de.hexapolis.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of this service; a wrong one stops the start with its name. */
@ConfigMapping(prefix = "hexapolis")
public interface QuerySettings {
    /** How long one request may keep the database busy. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration statementLimit();

    Clock clock();

    /** The platform's clock, the same in all processes. Without a start it shows real time. */
    interface Clock {
        /** The real moment at which it shows {@link #start()}. */
        Optional<Instant> epoch();

        Optional<Instant> start();

        /** How many times as fast as real time it runs. */
        @WithDefault("1")
        @DecimalMin("0.001")
        double rate();
    }
}
