package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * How alerts become one order. Immutable.
 *
 * @param atMost items in one order
 * @param sealAtLatest for how long an order takes further items in
 * @param sealBeforeRound whether it is sealed before the next planned round as well
 * @param title with the blanks of {@link BundleTitle}
 */
public record Bundling(String id, int atMost, Duration sealAtLatest, boolean sealBeforeRound, Optional<Names> title) {}
