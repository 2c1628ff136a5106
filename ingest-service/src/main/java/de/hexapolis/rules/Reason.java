package de.hexapolis.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value that made a rule speak. Immutable.
 *
 * @param what the quantity, the kind of event, or what was forecast, as the wire names it
 * @param channel empty: none
 * @param value in the quantity's unit
 * @param unit empty: none
 * @param comparison {@code at_least}, {@code at_most}, {@code rose_by}, {@code silent_for}, {@code is}, {@code moved_by},
 *     {@code probability}
 * @param series whose reading it is; empty: it is not a reading
 */
public record Reason(
        String what,
        Optional<String> channel,
        double value,
        Optional<String> unit,
        Instant observedAt,
        String comparison,
        double limit,
        OptionalInt series) {}
