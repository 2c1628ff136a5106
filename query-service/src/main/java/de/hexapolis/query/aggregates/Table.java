package de.hexapolis.query.aggregates;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The values of an answer by line, bucket and function. NaN: there is none. One thread fills it. What it takes is
 * known beforehand: eight bytes a value.
 */
final class Table {
    private final int buckets;
    private final Map<AggregateFunction, double[]> values = new EnumMap<>(AggregateFunction.class);
    private final long[] counts;

    Table(int lines, int buckets, List<AggregateFunction> functions) {
        this.buckets = buckets;
        this.counts = new long[Math.multiplyExact(lines, buckets)];
        for (AggregateFunction function : functions) {
            double[] empty = new double[counts.length];
            Arrays.fill(empty, Double.NaN);
            values.put(function, empty);
        }
    }

    /** Keeps a value of a function that was asked for; forgets any other. */
    void put(int line, int bucket, AggregateFunction function, double value) {
        double[] all = values.get(function);
        if (all != null) {
            all[line * buckets + bucket] = value;
        }
    }

    void putCount(int line, int bucket, long count) {
        counts[line * buckets + bucket] = count;
    }

    /** How many readings the bucket holds. */
    long count(int line, int bucket) {
        return counts[line * buckets + bucket];
    }

    /** A line's values, one a bucket. */
    double[] of(int line, AggregateFunction function) {
        double[] all = values.get(function);
        if (all == null) {
            throw new IllegalArgumentException("nobody asked for " + function);
        }
        return Arrays.copyOfRange(all, line * buckets, (line + 1) * buckets);
    }

    int buckets() {
        return buckets;
    }
}
