package de.hexapolis.judge;

import java.time.Duration;

/**
 * A device that is heard only through one source, or only through one gateway. Immutable.
 *
 * @param interval at which it is expected to report
 */
record Sharer(long assetId, String city, String source, Duration interval) {}
