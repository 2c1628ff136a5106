package de.hexapolis.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Many weighed values as a few that weigh the same. */
final class Quantiles {
    private Quantiles() {}

    /** @param pool values and their weights; sorted by this */
    static double[] even(List<double[]> pool, int count) {
        List<double[]> sorted =
                pool.stream().sorted(Comparator.comparingDouble(one -> one[0])).toList();
        double total = sorted.stream().mapToDouble(one -> one[1]).sum();
        double[] even = new double[count];
        int at = 0;
        double passed = sorted.get(0)[1];
        for (int i = 0; i < count; i++) {
            while (passed < (i + 0.5) / count * total && at < sorted.size() - 1) {
                passed += sorted.get(++at)[1];
            }
            even[i] = sorted.get(at)[0];
        }
        return even;
    }

    static double[] scaledToMeanOne(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return mean > 0
                ? Arrays.stream(values).map(value -> value / mean).toArray()
                : Arrays.stream(values).map(value -> 1).toArray();
    }
}
