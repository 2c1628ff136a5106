package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Events of a kind: a state that holds until it is taken back or has expired. Immutable. */
record EventStrand(EventHeld held, List<Signal> signals) implements Strand {
    private static final String COMPARISON = "is";

    /** Of those signals that open or end, by time. */
    static EventStrand of(EventHeld held, List<Signal> signals) {
        return new EventStrand(
                held,
                signals.stream()
                        .filter(signal -> signal.kind().equals(held.kind()))
                        .filter(signal -> signal.value().equals(held.value())
                                || held.endsValue()
                                        .filter(signal.value()::equals)
                                        .isPresent())
                        .sorted(Comparator.comparing(Signal::observedAt))
                        .toList());
    }

    @Override
    public Stream<Instant> sampled() {
        return signals.stream().map(Signal::observedAt);
    }

    @Override
    public boolean hasSampleAt(Instant at) {
        return signals.stream().anyMatch(signal -> signal.observedAt().equals(at));
    }

    @Override
    public Stream<Instant> appointments(Duration holdsFor) {
        return signals.stream()
                .filter(this::opens)
                .map(Signal::observedAt)
                .flatMap(at -> Stream.of(at.plus(held.endsAfter()), at.plus(holdsFor)));
    }

    private boolean opens(Signal signal) {
        return signal.value().equals(held.value());
    }

    @Override
    public Optional<Opening> opens(Instant at) {
        return signals.stream()
                .filter(signal -> signal.observedAt().equals(at) && opens(signal))
                .findFirst()
                .map(signal -> new Opening(at, held.severity(), List.of(reason(at))));
    }

    private Reason reason(Instant at) {
        double value = held.value().isNumber()
                ? held.value().doubleValue()
                : held.value().asBoolean(true) ? 1 : 0;
        return new Reason(
                held.kind(), Optional.empty(), value, Optional.empty(), at, COMPARISON, value, OptionalInt.empty());
    }

    @Override
    public Optional<Opening> worst(Instant at) {
        return opens(at);
    }

    @Override
    public Optional<Instant> backSince(Instant at) {
        Optional<Signal> last = signals.stream()
                .filter(signal -> !signal.observedAt().isAfter(at))
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return Optional.of(Instant.MIN);
        }
        if (!opens(last.get())) {
            return Optional.of(last.get().observedAt());
        }
        return Optional.of(last.get().observedAt().plus(held.endsAfter())).filter(expiry -> !expiry.isAfter(at));
    }

    @Override
    public Optional<Boolean> isEndKnown(Instant began, Instant ended, Instant before) {
        return hasSampleAt(ended) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public boolean says(Reason reason) {
        return reason.comparison().equals(COMPARISON) && reason.what().equals(held.kind());
    }

    @Override
    public int openingReasons() {
        return 1;
    }

    @Override
    public Optional<Severity> severityOf(Reason reason) {
        return Optional.of(held.severity());
    }

    @Override
    public OptionalInt series() {
        return OptionalInt.empty();
    }

    @Override
    public Quiet quiet(Optional<Severity> underWay) {
        return Quiet.ALWAYS;
    }
}
