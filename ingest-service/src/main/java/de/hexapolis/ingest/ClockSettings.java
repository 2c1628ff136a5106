package de.hexapolis.ingest;

import de.hexapolis.telemetry.PlatformClock;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/** The platform's clock: {@code hexapolis.clock.…}, the same for all programs. Without settings it is real time. */
@ConfigMapping(prefix = "hexapolis.clock")
public interface ClockSettings {
    /** The real instant at which the clock shows {@link #start()}. */
    Optional<Instant> epoch();

    /** What the clock shows at {@link #epoch()}. */
    Optional<Instant> start();

    /** Platform seconds in a real second. */
    @WithDefault("1")
    double rate();

    /** @throws IllegalArgumentException naming the setting, if the three do not make a clock */
    default PlatformClock clock() {
        if (epoch().isEmpty() && start().isEmpty() && rate() == 1) {
            return PlatformClock.realTime();
        }
        Instant epoch = epoch().orElseThrow(() -> new IllegalArgumentException(
                "hexapolis.clock.epoch: missing, though hexapolis.clock.start or rate is set"));
        try {
            return PlatformClock.of(epoch, start().orElse(epoch), rate());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("hexapolis.clock.rate: " + refused.getMessage(), refused);
        }
    }
}
