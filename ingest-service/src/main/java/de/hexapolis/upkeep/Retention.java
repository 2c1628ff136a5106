package de.hexapolis.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept, in whole days: {@code hexapolis.retention.…}. {@link RetentionCheck} checks each at start. */
@ConfigMapping(prefix = "hexapolis.retention")
public interface Retention {
    /** Raw observations, events and positions, 1 to 36,525 days; a city may keep less. Rollups are kept. */
    @WithDefault("P400D")
    Duration raw();

    /** Chunks older than this, 7 to 36,525 days, are compressed, where the engine can. */
    @WithDefault("P14D")
    Duration compressAfter();

    /** Quarantined messages, counted from the last time they came: 1 to 36,525 days. */
    @WithDefault("P90D")
    Duration quarantine();

    /** Closed alerts and orders with their history, occurrences, flags that have ended: 1 to 36,525 days. */
    @WithDefault("P1095D")
    Duration alerts();

    /** What was told to whom, and how far the live stream can be taken up again: 1 to 36,525 days. */
    @WithDefault("P90D")
    Duration notices();

    /** Names of persons in what is over: 1 to 36,525 days; then {@code person} stands there. */
    @WithDefault("P90D")
    Duration names();
}
