package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All readings within two values for too long.
 *
 * @param months in which alone that is strange; empty: all
 * @param reset what was before does not count
 */
record Lasting(String flag, double low, double high, Duration lasts, Set<Month> months, Instant reset) {
    Checked check(Course course, Sensed sensed, Past past) {
        List<Point> points = Readings.possible(course);
        Optional<FlagSpan> open = Readings.openSpan(course, flag);
        if (points.isEmpty()) {
            return open.map(Checked::open).orElse(Checked.NOTHING);
        }
        if (open.isPresent()) {
            return points.stream()
                    .filter(point -> point.observedAt().isAfter(open.get().from()) && !isWithin(point))
                    .findFirst()
                    .map(end -> new Checked(
                            List.of(Readings.closed(open.get(), end.observedAt())), Quiet.ALWAYS, sensed.now()))
                    .orElseGet(() -> Checked.open(open.get()));
        }
        Point newest = points.get(points.size() - 1);
        return isWithin(newest)
                ? within(course, points, sensed, past)
                : new Checked(List.of(), Quiet.ALWAYS, sensed.now().plus(lasts));
    }

    private boolean isWithin(Point point) {
        return low <= point.value() && point.value() <= high;
    }

    private Checked within(Course course, List<Point> points, Sensed sensed, Past past) {
        Instant newest = points.get(points.size() - 1).observedAt();
        Instant since = since(course, points, past);
        boolean isStrange = months.isEmpty()
                || months.contains(newest.atZone(sensed.asset().zone()).getMonth());
        if (isStrange && !newest.isBefore(since.plus(lasts))) {
            return Checked.open(new FlagSpan(flag, since, Optional.empty()));
        }
        Instant ripe = since.plus(lasts);
        if (ripe.isAfter(sensed.now())) {
            return new Checked(List.of(), Quiet.ALWAYS, ripe);
        }
        return isStrange
                ? new Checked(List.of(), Quiet.NEVER, Instant.MAX)
                : new Checked(List.of(), Quiet.ALWAYS, sensed.now().plus(lasts));
    }

    private Instant since(Course course, List<Point> points, Past past) {
        int first = points.size();
        while (first > 0 && isWithin(points.get(first - 1))) {
            first--;
        }
        Instant newest = points.get(points.size() - 1).observedAt();
        Instant since = first > 0
                ? points.get(first).observedAt()
                : past.withinSince(course.seriesId(), low, high, newest.minus(lasts.multipliedBy(2)));
        return since.isBefore(reset) ? reset : since;
    }
}
