package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One line of samples of a condition: readings of a series, events of a kind, positions of a device. What it says of an
 * instant follows from the samples of at most {@link #HORIZON} before it and from nothing else, so that {@link Fold} tells
 * the same wherever it begins.
 */
sealed interface Strand permits ReadingStrand, RiseStrand, EventStrand {
    /** Older samples say nothing. */
    Duration HORIZON = Duration.ofDays(14);

    /** By so much a timer may be late. */
    Duration LATENESS = Duration.ofMinutes(15);

    /** Instants of samples. */
    Stream<Instant> sampled();

    boolean hasSampleAt(Instant at);

    /**
     * Instants at which something changes without a sample, past ones and coming ones.
     *
     * @param holdsFor for how long a condition must hold before it opens
     */
    default Stream<Instant> appointments(Duration holdsFor) {
        return Stream.empty();
    }

    /** Whether a sample of that very instant opens an episode. */
    Optional<Opening> opens(Instant at);

    /** How bad it is by a sample of that very instant, while an episode lasts. */
    Optional<Opening> worst(Instant at);

    /** Since when nothing is bad any more at an instant; empty: something is. */
    Optional<Instant> backSince(Instant at);

    /** Whether an end that was told is certain by the samples before an instant; empty: it was not this strand's end. */
    Optional<Boolean> isEndKnown(Instant began, Instant ended, Instant before);

    /** Whether it would say such a reason. */
    boolean says(Reason reason);

    /** How many reasons it gives when it opens; the last is of the sample that decided. */
    int openingReasons();

    /** How bad it is beyond a limit that it named. */
    Optional<Severity> severityOf(Reason reason);

    /** The series, if it is readings of one. */
    OptionalInt series();

    /** Its series' band. */
    Quiet quiet(Optional<Severity> underWay);

    /** Adds a band for a series to those that are there. */
    static void narrow(Map<Integer, Quiet> bands, int series, Quiet band) {
        bands.merge(series, band, Quiet::and);
    }
}
