package de.hexapolis.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a signal without noise is above a limit, until it falls to where that ends. Immutable.
 *
 * @param opens the limit
 * @param ends at or below it is over
 * @param margin how near to either a value must be for noise to decide
 * @param lasts for so long it must be above the limit
 * @param enough so many readings in a row well above the limit suffice, though two of them are lost; at least 3
 */
record Limit(double opens, double ends, double margin, Duration lasts, int enough) {
    /** What a device would have measured without noise. */
    record Point(Instant at, double value) {}

    /** By rising time. */
    List<Stretch> stretches(List<Point> points) {
        List<Stretch> all = new ArrayList<>();
        List<Point> open = new ArrayList<>();
        for (Point point : points) {
            boolean over = !open.isEmpty() && point.value <= ends;
            if (over) {
                all.add(stretch(open, Optional.of(point.at)));
                open.clear();
            } else if (!open.isEmpty() || point.value >= opens - margin) {
                open.add(point);
            }
        }
        if (!open.isEmpty()) {
            all.add(stretch(open, Optional.empty()));
        }
        return all;
    }

    private Stretch stretch(List<Point> points, Optional<Instant> ended) {
        Instant began = points.stream()
                .filter(point -> point.value >= opens)
                .findFirst()
                .orElse(points.get(0))
                .at();
        double peak = points.stream().mapToDouble(Point::value).max().orElseThrow();
        return new Stretch(began, ended, holdsSurely(points) && !mayEndBetween(points), peak);
    }

    /** Long enough in a row, even if the last two readings are lost. */
    private boolean holdsSurely(List<Point> points) {
        int first = 0;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).value < opens + margin) {
                first = i + 1;
            } else if (i - first + 1 >= enough
                    && !points.get(first).at.plus(lasts).isAfter(points.get(i - 2).at)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayEndBetween(List<Point> points) {
        return points.stream().anyMatch(point -> point.value <= ends + margin);
    }
}
