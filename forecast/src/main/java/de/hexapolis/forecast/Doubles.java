package de.hexapolis.forecast;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Between lists, which records hold, and arrays, which the library wants. */
final class Doubles {
    private Doubles() {}

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
