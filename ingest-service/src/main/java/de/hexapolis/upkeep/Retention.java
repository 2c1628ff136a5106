package de.hexapolis.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept: {@code hexapolis.retention.…}. */
@ConfigMapping(prefix = "hexapolis.retention")
public interface Retention {
    /** Raw observations, events and positions; a city may keep less. Rollups are kept. */
    @WithDefault("P400D")
    Duration raw();

    /** Chunks older than this are compressed, where the engine can. */
    @WithDefault("P14D")
    Duration compressAfter();

    /** Quarantined messages, counted from the last time they came. */
    @WithDefault("P90D")
    Duration quarantine();
}
