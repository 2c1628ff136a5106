package de.hexapolis.forecast;

import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/** The median of the slopes between all pairs of points (Theil 1950, Sen 1968): three bad points of ten do not move it. */
final class TheilSen {
    private static final int MOST = 48;

    private TheilSen() {}

    /** At most 48 points evenly taken from the given ones; NaN where no two differ by at least {@code apart}. */
    static double slope(List<double[]> points, double apart) {
        int n = Math.min(MOST, points.size());
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double[] first = points.get(thinned(i, n, points.size()));
            for (int j = i + 1; j < n; j++) {
                double[] second = points.get(thinned(j, n, points.size()));
                if (second[0] - first[0] >= apart) {
                    slopes[count++] = (second[1] - first[1]) / (second[0] - first[0]);
                }
            }
        }
        return count == 0 ? Double.NaN : new Median().evaluate(slopes, 0, count);
    }

    private static int thinned(int index, int of, int all) {
        return of < 2 ? 0 : (int) Math.round(index * (all - 1.0) / (of - 1));
    }
}
