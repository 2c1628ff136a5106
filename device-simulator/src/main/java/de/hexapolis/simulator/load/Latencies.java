package de.hexapolis.simulator.load;

/** A histogram of durations in microseconds, each kept to 6 %. Thread-safe. */
final class Latencies {
    private static final int PER_OCTAVE = 16;

    private final long[] counts = new long[64 * PER_OCTAVE];
    private long highest;

    synchronized void add(long micros) {
        long value = Math.max(1, micros);
        counts[bucket(value)]++;
        highest = Math.max(highest, value);
    }

    synchronized void addAll(Latencies others) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += others.counts[bucket];
        }
        highest = Math.max(highest, others.highest);
    }

    /** In milliseconds; 0 if there is none. */
    synchronized double percentile(double share) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && seen > 0) {
                return Math.round(Math.min((double) highest, upperEnd(bucket)) / 10.0) / 100.0;
            }
        }
        return 0;
    }

    synchronized double highest() {
        return Math.round(highest / 10.0) / 100.0;
    }

    private static int bucket(long value) {
        int octave = 63 - Long.numberOfLeadingZeros(value);
        long within = ((value - (1L << octave)) * PER_OCTAVE) >> octave;
        return octave * PER_OCTAVE + (int) within;
    }

    private static double upperEnd(int bucket) {
        double start = 1L << (bucket / PER_OCTAVE);
        return start + start * (bucket % PER_OCTAVE + 1) / PER_OCTAVE;
    }
}
