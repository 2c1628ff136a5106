package de.hexapolis.judge;

import java.time.Instant;
import java.util.Optional;

/**
 * An asset that this transaction alone judges. Immutable.
 *
 * @param from the earliest instant that is judged anew
 * @param receivedAt when the oldest of what made it due came; empty: its time has come
 * @param dueId the lowest number of what made it due; 0: likewise
 */
record Claim(long assetId, Instant from, Optional<Instant> receivedAt, long dueId) {}
