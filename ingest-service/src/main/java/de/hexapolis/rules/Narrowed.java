package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A condition with what stands beside it in {@code when}: {@code for}, {@code not_within}, {@code only_if}. Immutable.
 *
 * @param holdsFor for so long at least before it opens; zero but for what is {@link Sampled}
 * @param standingYearsOver only of trees that stand for longer; empty: of all
 */
public record Narrowed(Condition of, Duration holdsFor, Optional<NotWithin> notWithin, OptionalInt standingYearsOver)
        implements Condition {
    /**
     * Not so near an occurrence, before or after it.
     *
     * @param of its kind, such as {@code emptying}
     */
    public record NotWithin(String of, Duration span) {}

    public Narrowed {
        if (!holdsFor.isZero() && of.livesByTheClock()) {
            throw new IllegalArgumentException("'for' needs a condition on readings, events or positions");
        }
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        if (!isOldEnough(sensed)) {
            return Verdict.silentUntil(StandingYear.next(sensed.asset(), sensed.now()));
        }
        Sensed reach =
                stored.filter(episode -> isOpenAt(episode, sensed.from())).isPresent()
                        ? sensed
                        : sensed.judgedFrom(beforeWhatWasMasked(sensed.from(), stored));
        return outsideOfOccurrences(inner(reach, stored), sensed);
    }

    private Verdict inner(Sensed sensed, Optional<Episode> stored) {
        return of instanceof Sampled sampled ? sampled.judge(sensed, stored, holdsFor) : of.judge(sensed, stored);
    }

    private boolean isOldEnough(Sensed sensed) {
        return standingYearsOver.isEmpty()
                || StandingYear.of(sensed.asset(), StandingYear.PROPERTY, sensed.from())
                                .orElse(0)
                        > standingYearsOver.getAsInt();
    }

    private static boolean isOpenAt(Episode episode, Instant instant) {
        return episode.ended().map(ended -> !ended.isBefore(instant)).orElse(true);
    }

    /** What an occurrence hides is stored nowhere, so it is told anew from before the occurrence on. */
    private Instant beforeWhatWasMasked(Instant from, Optional<Episode> stored) {
        Instant before = from.minus(masked());
        return stored.flatMap(Episode::ended)
                .filter(ended -> ended.isAfter(before))
                .orElse(before);
    }

    private Duration masked() {
        return notWithin.map(near -> near.span().multipliedBy(2).plus(holdsFor)).orElse(Duration.ZERO);
    }

    private Verdict outsideOfOccurrences(Verdict verdict, Sensed sensed) {
        if (notWithin.isEmpty()) {
            return verdict;
        }
        NotWithin near = notWithin.get();
        List<Stretch> masks = sensed.happenings().stream()
                .filter(happening -> !happening.removed() && happening.kind().equals(near.of()))
                .map(happening -> new Stretch(
                        happening.at().minus(near.span()), happening.at().plus(near.span())))
                .toList();
        List<Episode> left = Episodes.minus(verdict.episodes(), masks).stream()
                .filter(episode -> isOpenAt(episode, sensed.from()))
                .toList();
        Instant maskEnds = left.stream()
                .map(Episode::began)
                .filter(began -> began.isAfter(sensed.now()))
                .findFirst()
                .orElse(Instant.MAX);
        List<Episode> begun = left.stream()
                .filter(episode -> !episode.began().isAfter(sensed.now()))
                .toList();
        return new Verdict(begun, verdict.quiet(), verdict.nextAt()).notLaterThan(maskEnds);
    }

    @Override
    public Duration lookBack(Duration interval) {
        return of.lookBack(interval).plus(holdsFor).plus(masked());
    }

    @Override
    public Duration lookBackOfSignals() {
        return of.lookBackOfSignals().plus(holdsFor).plus(masked());
    }

    @Override
    public boolean livesByTheClock() {
        return of.livesByTheClock();
    }
}
