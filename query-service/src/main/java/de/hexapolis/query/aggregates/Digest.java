package de.hexapolis.query.aggregates;

import java.util.Arrays;

/**
 * Readings counted by bins of 1 % relative accuracy, as the rollups keep them (see {@code raw_rollup} in the schema):
 * pairs of bin and count; up to three readings have no pairs, because minimum, maximum and sum tell them. Percentiles
 * lie between ranks as those of PostgreSQL's {@code percentile_cont} do. One thread; used again after {@link #clear}.
 */
final class Digest {
    private static final double GAMMA = 1.01 / 0.99;
    /** Beyond any double: ln(1.8e308) / ln(gamma) + 1000. */
    private static final int HIGHEST_BIN = 37_000;

    private final int[] counts = new int[2 * HIGHEST_BIN + 1];
    private int lowest = counts.length;
    private int highest = -1;
    private long readings;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Adds the readings of a rollup. */
    void add(int count, double least, double greatest, double sum, int[] pairs) {
        readings += count;
        min = Math.min(min, least);
        max = Math.max(max, greatest);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            addTo(pairs[i], pairs[i + 1]);
        }
        if (pairs.length == 0) {
            addTo(bin(least), 1);
            if (count > 1) {
                addTo(bin(greatest), 1);
            }
            if (count > 2) {
                addTo(bin(Math.min(greatest, Math.max(least, sum - least - greatest))), 1);
            }
        }
    }

    private void addTo(int bin, int count) {
        int at = bin + HIGHEST_BIN;
        counts[at] += count;
        lowest = Math.min(lowest, at);
        highest = Math.max(highest, at);
    }

    /** The value that this share of the readings does not exceed; NaN if there are none. */
    double percentile(double share) {
        if (readings == 0) {
            return Double.NaN;
        }
        double rank = share * (readings - 1);
        long below = (long) Math.floor(rank);
        double value = at(below);
        return rank == below ? value : value + (at(below + 1) - value) * (rank - below);
    }

    /** The reading of a rank, from 0. */
    private double at(long rank) {
        long seen = 0;
        for (int at = lowest; at <= highest; at++) {
            seen += counts[at];
            if (seen > rank) {
                return Math.min(max, Math.max(min, value(at - HIGHEST_BIN)));
            }
        }
        return max;
    }

    void clear() {
        if (highest >= lowest) {
            Arrays.fill(counts, lowest, highest + 1, 0);
        }
        lowest = counts.length;
        highest = -1;
        readings = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /** Reads PostgreSQL's text of an array such as {@code {1096,2,-1100,1}}: there are millions of numbers in an answer. */
    static int[] pairs(String array) {
        int[] numbers = new int[array.length() / 2];
        int count = 0;
        int number = 0;
        boolean negative = false;
        for (int i = 1; i < array.length(); i++) {
            char each = array.charAt(i);
            if (each >= '0' && each <= '9') {
                number = number * 10 + (each - '0');
            } else if (each == '-') {
                negative = true;
            } else if (array.charAt(i - 1) != '{') {
                numbers[count++] = negative ? -number : number;
                number = 0;
                negative = false;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** As {@code digest_bin} of the schema. */
    static int bin(double value) {
        double size = Math.abs(value);
        if (size < 1e-6) {
            return 0;
        }
        return (value < 0 ? -1 : 1) * ((int) Math.ceil(Math.log(size) / Math.log(GAMMA)) + 1000);
    }

    /** The middle of a bin: at most 1 % away from each of its values. */
    static double value(int bin) {
        if (bin == 0) {
            return 0;
        }
        return Math.signum(bin) * 2 * Math.pow(GAMMA, Math.abs(bin) - 1000.0) / (GAMMA + 1);
    }
}
