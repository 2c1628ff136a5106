package de.hexapolis.rules;

import de.hexapolis.rules.Samples.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Values against limits, with hysteresis and confirmation. Immutable.
 *
 * @param name how its values are named in reasons
 * @param confirm so many samples in a row, for opening, rising and ending
 * @param holdsFor samples must have been bad for so long before one opens
 */
record ReadingStrand(Samples samples, Naming name, Side side, Limits limits, int confirm, Duration holdsFor)
        implements Strand {
    /**
     * What is the same in all reasons of a strand.
     *
     * @param comparison as {@link Reason} has it
     */
    record Naming(String what, Optional<String> channel, Optional<String> unit, String comparison, OptionalInt series) {
        Reason reason(Sample sample, double limit) {
            return new Reason(what, channel, sample.shown(), unit, sample.at(), comparison, limit, series);
        }

        boolean isOf(Reason reason) {
            return reason.what().equals(what)
                    && reason.comparison().equals(comparison)
                    && reason.series().equals(series);
        }
    }

    @Override
    public Stream<Instant> sampled() {
        return samples.instants();
    }

    @Override
    public boolean hasSampleAt(Instant at) {
        return samples.indexOf(at) >= 0;
    }

    @Override
    public Optional<Opening> opens(Instant at) {
        int last = samples.indexOf(at);
        Instant horizon = at.minus(HORIZON);
        Instant longEnough = at.minus(holdsFor);
        for (int index = last; index >= 0; index--) {
            Sample sample = samples.get(index);
            if (sample.worst() < limits.open() || sample.at().isBefore(horizon)) {
                return Optional.empty();
            }
            if (last - index + 1 >= confirm && !sample.at().isAfter(longEnough)) {
                return Optional.of(opening(sample, last));
            }
        }
        return Optional.empty();
    }

    private Opening opening(Sample first, int last) {
        Level level = confirmed(last).orElseThrow();
        Sample decided = samples.get(last);
        List<Reason> reasons = new ArrayList<>();
        if (!first.at().equals(decided.at())) {
            double reached = limits.reachedBy(first.worst()).orElseThrow().limit();
            reasons.add(name.reason(first, side.written(Math.min(reached, level.limit()))));
        }
        reasons.add(name.reason(decided, side.written(level.limit())));
        return new Opening(first.at(), level.severity(), reasons);
    }

    /** The worst level that the last samples up to one have all reached. */
    private Optional<Level> confirmed(int last) {
        int first = last - confirm + 1;
        if (first < 0 || samples.get(first).at().isBefore(samples.get(last).at().minus(HORIZON))) {
            return Optional.empty();
        }
        double least = samples.all().subList(first, last + 1).stream()
                .mapToDouble(Sample::worst)
                .min()
                .orElseThrow();
        return limits.reachedBy(least);
    }

    @Override
    public Optional<Opening> worst(Instant at) {
        int last = samples.indexOf(at);
        return last < 0
                ? Optional.empty()
                : confirmed(last)
                        .map(level -> new Opening(
                                at,
                                level.severity(),
                                List.of(name.reason(samples.get(last), side.written(level.limit())))));
    }

    /** A series of which nothing was heard for long is not bad. */
    @Override
    public Optional<Instant> backSince(Instant at) {
        int last = samples.indexAt(at);
        Instant horizon = at.minus(HORIZON);
        if (last < 0 || samples.get(last).at().isBefore(horizon)) {
            return Optional.of(Instant.MIN);
        }
        int first = last - confirm + 1;
        if (first < 0 || samples.get(first).at().isBefore(horizon)) {
            return Optional.empty();
        }
        return samples.all().subList(first, last + 1).stream().allMatch(sample -> sample.back() <= limits.end())
                ? Optional.of(samples.get(first).at())
                : Optional.empty();
    }

    @Override
    public Optional<Boolean> isEndKnown(Instant began, Instant ended, Instant before) {
        int first = samples.indexOf(ended);
        if (first < 0) {
            return Optional.empty();
        }
        boolean wasBackBefore =
                backSince(ended).filter(since -> !since.isAfter(began)).isPresent();
        return Optional.of(wasBackBefore || samples.indexAt(before.minusNanos(1)) - first + 1 >= confirm);
    }

    @Override
    public boolean says(Reason reason) {
        return name.isOf(reason);
    }

    @Override
    public int openingReasons() {
        return confirm > 1 || !holdsFor.isZero() ? 2 : 1;
    }

    @Override
    public Optional<Severity> severityOf(Reason reason) {
        return limits.reachedBy(side == Side.DOWN ? -reason.limit() : reason.limit())
                .map(Level::severity);
    }

    @Override
    public OptionalInt series() {
        return name.series();
    }

    @Override
    public Quiet quiet(Optional<Severity> underWay) {
        double last = samples.size() == 0 ? 0 : samples.get(samples.size() - 1).shown();
        return side.values(limits.band(underWay), last);
    }
}
