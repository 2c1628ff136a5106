package de.hexapolis.query.aggregates;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is said of the readings in a bucket; docs/api-aggregates.md defines each. */
public enum AggregateFunction {
    AVG(Kind.LEVEL),
    MIN(Kind.LEVEL),
    MAX(Kind.LEVEL),
    SUM(Kind.AMOUNT),
    COUNT(Kind.AMOUNT),
    MEDIAN(Kind.PERCENTILE),
    P05(Kind.PERCENTILE),
    P95(Kind.PERCENTILE),
    FIRST(Kind.LEVEL),
    LAST(Kind.LEVEL),
    DELTA(Kind.AMOUNT),
    TWA(Kind.LEVEL),
    COVERAGE(Kind.AMOUNT);

    private enum Kind {
        /** In the unit of the readings: may be carried over a gap. */
        LEVEL,
        PERCENTILE,
        /** Of the bucket itself: never carried over a gap. */
        AMOUNT
    }

    private final Kind kind;

    AggregateFunction(Kind kind) {
        this.kind = kind;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isPercentile() {
        return kind == Kind.PERCENTILE;
    }

    /** Whether a bucket without readings may take its value from its neighbours. */
    public boolean carriesOverGaps() {
        return kind != Kind.AMOUNT;
    }

    /** The share of readings at or below the percentile; empty for what is none. */
    public OptionalDouble share() {
        return switch (this) {
            case P05 -> OptionalDouble.of(0.05);
            case MEDIAN -> OptionalDouble.of(0.5);
            case P95 -> OptionalDouble.of(0.95);
            case AVG, MIN, MAX, SUM, COUNT, FIRST, LAST, DELTA, TWA, COVERAGE -> OptionalDouble.empty();
        };
    }

    /** One value out of those of several buckets (NaN: none), by which lines are put in order. */
    public double over(double[] all) {
        double[] buckets =
                Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        return switch (this) {
            case MIN -> Arrays.stream(buckets).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(buckets).max().orElse(Double.NaN);
            case SUM, COUNT, DELTA ->
                buckets.length == 0 ? Double.NaN : Arrays.stream(buckets).sum();
            case AVG, MEDIAN, P05, P95, FIRST, LAST, TWA, COVERAGE ->
                Arrays.stream(buckets).average().orElse(Double.NaN);
        };
    }
}
