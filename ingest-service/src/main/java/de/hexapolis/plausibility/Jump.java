package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Readings far from both neighbours, which agree: an echo, an outlier. Each is flagged by itself, once its time is over. */
final class Jump {
    private static final String FLAG = "jump";
    /** The share of a jump by which two quiet values differ at most; a little less than all of it. */
    private static final double QUIET = 0.98;

    private Jump() {}

    static Checked check(PlausibilityRule.Jump rule, Course course, Sensed sensed) {
        List<Point> points = Readings.possible(course);
        if (points.isEmpty()) {
            return Checked.NOTHING;
        }
        return new Checked(spans(rule, course, points, sensed.from()), quiet(rule, points), Instant.MAX);
    }

    /** A reading that is new may tell of those before it; what lies before them was decided then. */
    private static List<FlagSpan> spans(PlausibilityRule.Jump rule, Course course, List<Point> points, Instant from) {
        int first = 0;
        while (first < points.size() && points.get(first).observedAt().isBefore(from)) {
            first++;
        }
        Instant anew = first == points.size()
                ? from
                : points.get(Math.max(0, first - rule.backWithin())).observedAt();
        List<Point> left = points.stream()
                .filter(point -> !point.observedAt().isBefore(anew) || !wasJump(course, point))
                .toList();
        List<FlagSpan> spans = new ArrayList<>();
        int before = 0;
        for (int n = 1; n < left.size(); ) {
            int length = left.get(n).observedAt().isBefore(anew) ? 0 : jumped(rule, left, before, n);
            for (int jump = n; jump < n + length; jump++) {
                spans.add(Readings.single(FLAG, left.get(jump).observedAt()));
            }
            before = n + length;
            n = before + 1;
        }
        return spans;
    }

    private static boolean wasJump(Course course, Point point) {
        return course.flags().stream().anyMatch(span -> span.flag().equals(FLAG) && span.covers(point.observedAt()));
    }

    /** How many readings from one on are away; 0: none, or nobody knows yet. */
    private static int jumped(PlausibilityRule.Jump rule, List<Point> points, int before, int first) {
        double stood = points.get(before).value();
        for (int length = 1; length <= rule.backWithin() && first + length < points.size(); length++) {
            double back = points.get(first + length).value();
            boolean areAway = points.subList(first, first + length).stream()
                    .allMatch(point -> isAway(rule, point.value(), stood) && isAway(rule, point.value(), back));
            if (areAway && Math.abs(back - stood) <= rule.by() / 2) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isAway(PlausibilityRule.Jump rule, double one, double other) {
        boolean isFar = Math.abs(one - other) >= rule.by();
        return isFar
                && (rule.factor().isEmpty()
                        || Math.max(one, other) >= rule.factor().getAsDouble() * Math.min(one, other));
    }

    private static Quiet quiet(PlausibilityRule.Jump rule, List<Point> points) {
        int last = points.size() - 1;
        for (int n = Math.max(1, last - rule.backWithin() + 1); n <= last; n++) {
            if (isAway(rule, points.get(n).value(), points.get(n - 1).value())) {
                return Quiet.NEVER;
            }
        }
        double half = rule.by() * QUIET / 2;
        return new Quiet(points.get(last).value() - half, points.get(last).value() + half);
    }
}
