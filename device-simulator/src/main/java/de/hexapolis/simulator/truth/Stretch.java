package de.hexapolis.simulator.truth;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a rule holds, or may hold. Immutable.
 *
 * @param ended empty if it lasts beyond the span
 * @param sure false where noise or a lost reading may decide; then there may be an alert, none, or two
 * @param peak the worst value
 */
record Stretch(Instant began, Optional<Instant> ended, boolean sure, double peak) {
    boolean overlaps(Stretch other) {
        return !began.isAfter(other.ended.orElse(Instant.MAX)) && !other.began.isAfter(ended.orElse(Instant.MAX));
    }

    /** From where the first begins to where the last ends; sure if one of them is. */
    Stretch with(Stretch other) {
        Instant first = began.isBefore(other.began) ? began : other.began;
        Optional<Instant> last = ended.isEmpty() || other.ended.isEmpty()
                ? Optional.empty()
                : Optional.of(ended.get().isAfter(other.ended.get()) ? ended.get() : other.ended.get());
        return new Stretch(first, last, sure || other.sure, Math.max(peak, other.peak));
    }
}
