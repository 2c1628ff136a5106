package de.hexapolis.rules;

import de.hexapolis.rules.ReadingStrand.Naming;
import de.hexapolis.rules.Samples.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Values that rise quickly. Immutable. */
record RiseStrand(Samples samples, Naming name, Rise rise) implements Strand {
    /** The share of a rise by which two quiet values differ at most; a little less than all of it. */
    private static final double QUIET = 0.98;

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
        return last < 0 ? Optional.empty() : risenAt(last);
    }

    private Optional<Opening> risenAt(int last) {
        Sample risen = samples.get(last);
        if (risen.worst() < rise.atLeastFrom()) {
            return Optional.empty();
        }
        Instant since = risen.at().minus(rise.within());
        for (int index = last - 1; index >= 0 && !samples.get(index).at().isBefore(since); index--) {
            Sample low = samples.get(index);
            if (risen.worst() - low.worst() >= rise.by()) {
                List<Reason> reasons = List.of(name.reason(low, rise.by()), name.reason(risen, rise.by()));
                return Optional.of(new Opening(risen.at(), rise.severity(), reasons));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Opening> worst(Instant at) {
        return opens(at);
    }

    @Override
    public Optional<Instant> backSince(Instant at) {
        Instant since = at.minus(rise.endsAfter());
        for (int index = samples.indexAt(at);
                index >= 0 && samples.get(index).at().isAfter(since);
                index--) {
            if (risenAt(index).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(Instant.MIN);
    }

    @Override
    public Optional<Boolean> isEndKnown(Instant began, Instant ended, Instant before) {
        return samples.indexOf(ended) < 0 ? Optional.empty() : Optional.of(true);
    }

    @Override
    public boolean says(Reason reason) {
        return name.isOf(reason);
    }

    @Override
    public int openingReasons() {
        return 2;
    }

    @Override
    public Optional<Severity> severityOf(Reason reason) {
        return Optional.of(rise.severity());
    }

    @Override
    public OptionalInt series() {
        return name.series();
    }

    /** Below what it must rise to nothing opens; else no two quiet values differ by as much as it takes. */
    @Override
    public Quiet quiet(Optional<Severity> underWay) {
        if (underWay.isPresent() || samples.size() == 0) {
            return Quiet.NEVER;
        }
        Sample last = samples.get(samples.size() - 1);
        if (last.worst() < rise.atLeastFrom()) {
            return new Quiet(Double.NEGATIVE_INFINITY, Math.nextDown(rise.atLeastFrom()));
        }
        Instant since = last.at().minus(rise.within());
        double least = samples.all().stream()
                .filter(sample -> !sample.at().isBefore(since))
                .mapToDouble(Sample::worst)
                .min()
                .orElse(last.worst());
        double half = rise.by() * QUIET / 2;
        return new Quiet(last.worst() - half, Math.min(last.worst() + half, least + rise.by() * QUIET));
    }
}
