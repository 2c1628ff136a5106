package de.hexapolis.profile;

import java.util.List;

/**
 * A piecewise linear curve through points whose first coordinates rise; level beyond its ends. Immutable, thread-safe.
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package, never written after construction
record Curve(double[] from, double[] to) {
    /** @throws IllegalArgumentException unless there are two points or more, and the first coordinates rise */
    static Curve through(List<double[]> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a curve needs two points or more");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i)[0] > points.get(i - 1)[0])) {
                throw new IllegalArgumentException(
                        "points must rise: %s follows %s".formatted(points.get(i)[0], points.get(i - 1)[0]));
            }
        }
        return new Curve(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    double at(double value) {
        int last = from.length - 1;
        if (value <= from[0]) {
            return to[0];
        }
        if (value >= from[last]) {
            return to[last];
        }
        int next = 1;
        while (value > from[next]) {
            next++;
        }
        double share = (value - from[next - 1]) / (from[next] - from[next - 1]);
        return to[next - 1] + share * (to[next] - to[next - 1]);
    }
}
