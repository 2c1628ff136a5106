package de.hexapolis.occurrences;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.rules.WettingRule;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tension that is far below the highest of the last day. The first such reading is the wetting; as long as the next ones
 * are so, too, it is the same.
 */
final class Wettings {
    private static final String KIND = "wetting";
    private static final Set<String> KINDS = Set.of(KIND, "rain", "watering");

    private final WettingRule rule;
    private final Sensed sensed;

    private Wettings(WettingRule rule, Sensed sensed) {
        this.rule = rule;
        this.sensed = sensed;
    }

    static Duration lookBack(WettingRule rule) {
        return rule.within().multipliedBy(2);
    }

    static Occurrences of(WettingRule rule, Sensed sensed) {
        return new Wettings(rule, sensed).told();
    }

    private Occurrences told() {
        List<Occurrence> told = new ArrayList<>();
        Map<Integer, Quiet> quiet = new HashMap<>();
        for (Course course : sensed.courses()) {
            boolean isFirst = course.of().channel().equals(rule.channel());
            if (course.of().quantity() != rule.quantity()
                    || (!isFirst && !rule.reaches().contains(course.of().channel()))) {
                continue;
            }
            List<Point> points = believed(course);
            if (isFirst) {
                tell(course, points, told);
            }
            quiet.put(course.seriesId(), course.isFlaggedNow() ? Quiet.NEVER : quiet(points));
        }
        return new Occurrences(told, sensed.from(), quiet);
    }

    private void tell(Course course, List<Point> points, List<Occurrence> told) {
        for (int n = 1; n < points.size(); n++) {
            Instant at = points.get(n).observedAt();
            if (isToBeTold(at) && hasFallen(points, n) && (!hasFallen(points, n - 1) || isKnown(at))) {
                told.add(new Occurrence(
                        KIND,
                        at,
                        course.seriesId(),
                        highestBefore(points, n),
                        points.get(n).value(),
                        reached(course, at)));
            }
        }
    }

    /** What was told before is told again for a day, since it may reach deeper. */
    private boolean isToBeTold(Instant at) {
        return !at.isBefore(sensed.from()) || (!at.isBefore(sensed.from().minus(rule.within())) && isKnown(at));
    }

    private boolean isKnown(Instant at) {
        return at.isBefore(sensed.from())
                && sensed.happenings().stream()
                        .anyMatch(happening -> KINDS.contains(happening.kind())
                                && happening.at().equals(at));
    }

    private List<Channel> reached(Course first, Instant at) {
        return sensed.courses().stream()
                .filter(course -> course.of().quantity() == rule.quantity()
                        && course.of().deviceId() == first.of().deviceId()
                        && rule.reaches().contains(course.of().channel()))
                .filter(course -> hasFallenWithin(believed(course), at))
                .map(course -> course.of().channel())
                .toList();
    }

    private boolean hasFallenWithin(List<Point> points, Instant at) {
        Instant until = at.plus(rule.within());
        for (int n = 1; n < points.size(); n++) {
            Instant observed = points.get(n).observedAt();
            if (!observed.isBefore(at) && !observed.isAfter(until) && hasFallen(points, n)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFallen(List<Point> points, int at) {
        return points.get(at).value() <= trigger(highestBefore(points, at));
    }

    private double trigger(double highest) {
        return Math.min(highest * (1 - rule.fallPercent() / 100), highest - rule.fall());
    }

    private double highestBefore(List<Point> points, int at) {
        Instant since = points.get(at).observedAt().minus(rule.within());
        double highest = Double.NEGATIVE_INFINITY;
        for (int n = at - 1; n >= 0 && !points.get(n).observedAt().isBefore(since); n--) {
            highest = Math.max(highest, points.get(n).value());
        }
        return highest;
    }

    private static List<Point> believed(Course course) {
        return course.points().stream()
                .filter(point -> point.quality() == Quality.GOOD && !course.isFlaggedAt(point.observedAt()))
                .toList();
    }

    /** Two quiet values differ by less than it takes, and none is as low as what the last day makes a wetting. */
    private Quiet quiet(List<Point> points) {
        int last = points.size() - 1;
        if (last < 0) {
            return Quiet.NEVER;
        }
        double value = points.get(last).value();
        double highest = Math.max(value, highestBefore(points, last));
        double half = rule.fall() * 0.49;
        double ratio = Math.sqrt(1 - rule.fallPercent() / 100);
        double wide = value / ratio * 0.999 - value * ratio * 1.001;
        Quiet band = wide > 2 * half
                ? new Quiet(value * ratio * 1.001, value / ratio * 0.999)
                : new Quiet(value - half, value + half);
        return band.and(new Quiet(Math.nextUp(trigger(highest)), Double.POSITIVE_INFINITY));
    }
}
