package de.hexapolis.occurrences;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.EmptyingRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A level that fell far and low, from one reading to the next, and stayed low for as many readings as confirm it: a single
 * echo is none.
 */
final class Emptyings {
    private static final String KIND = "emptying";

    private Emptyings() {}

    static Occurrences of(EmptyingRule rule, Sensed sensed) {
        List<Occurrence> told = new ArrayList<>();
        Map<Integer, Quiet> quiet = new HashMap<>();
        Instant since = sensed.from();
        for (Course course : sensed.courses()) {
            if (course.of().quantity() != rule.quantity()) {
                continue;
            }
            List<Point> points = believed(course);
            int first = firstNew(points, sensed.from(), rule.confirm());
            for (int n = Math.max(1, first); n + rule.confirm() <= points.size(); n++) {
                if (isEmptying(rule, points, n)) {
                    told.add(new Occurrence(
                            KIND,
                            points.get(n).observedAt(),
                            course.seriesId(),
                            points.get(n - 1).value(),
                            points.get(n).value(),
                            List.of()));
                }
            }
            if (first < points.size() && points.get(first).observedAt().isBefore(since)) {
                since = points.get(first).observedAt();
            }
            quiet.put(course.seriesId(), course.isFlaggedNow() ? Quiet.NEVER : quiet(rule, points));
        }
        return new Occurrences(told, since, quiet);
    }

    private static List<Point> believed(Course course) {
        return course.points().stream()
                .filter(point -> point.quality() == Quality.GOOD && !course.isFlaggedAt(point.observedAt()))
                .toList();
    }

    /** The first reading of which a new one decides whether it was an emptying. */
    private static int firstNew(List<Point> points, Instant from, int confirm) {
        int first = 0;
        while (first < points.size() && points.get(first).observedAt().isBefore(from)) {
            first++;
        }
        return Math.max(0, first - confirm + 1);
    }

    private static boolean isEmptying(EmptyingRule rule, List<Point> points, int at) {
        return fell(rule, points, at)
                && points.subList(at, at + rule.confirm()).stream().allMatch(point -> point.value() <= rule.atMost());
    }

    private static boolean fell(EmptyingRule rule, List<Point> points, int at) {
        double value = points.get(at).value();
        double before = points.get(at - 1).value();
        return value <= rule.atMost() && before > rule.atMost() && before - value >= rule.fall();
    }

    /** Levels are never below zero, so from below the fall's size none can fall as far. */
    private static Quiet quiet(EmptyingRule rule, List<Point> points) {
        int last = points.size() - 1;
        if (last < 0) {
            return Quiet.NEVER;
        }
        if (points.get(last).value() > rule.atMost()) {
            return new Quiet(Math.nextUp(rule.atMost()), Double.POSITIVE_INFINITY);
        }
        for (int n = Math.max(1, last - rule.confirm() + 2); n <= last; n++) {
            if (fell(rule, points, n)) {
                return Quiet.NEVER;
            }
        }
        return new Quiet(0, Math.nextDown(rule.fall()));
    }
}
