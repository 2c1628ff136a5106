package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that cannot be: each by itself, and a series of which too many are so. */
final class OutOfRange {
    private static final String FLAG = "out_of_range";

    private OutOfRange() {}

    /** Readings beyond what is possible for this kind of asset, though the quantity admits them. */
    static Checked invalid(PlausibilityRule.Valid valid, Course course, Sensed sensed) {
        List<FlagSpan> spans = Readings.possible(course).stream()
                .filter(point -> !point.observedAt().isBefore(sensed.from()) && !isWithin(valid, point))
                .map(point -> Readings.single(FLAG, point.observedAt()))
                .toList();
        return new Checked(spans, new Quiet(valid.from(), valid.to()), Instant.MAX);
    }

    private static boolean isWithin(PlausibilityRule.Valid valid, Point point) {
        return valid.from() <= point.value() && point.value() <= valid.to();
    }

    /** A good reading only ends it, and a bad one is never quiet. */
    static Checked check(PlausibilityRule.OutOfRange rule, Course course, Sensed sensed) {
        Optional<FlagSpan> open = Readings.openSpan(course, FLAG);
        List<FlagSpan> spans = new ArrayList<>();
        List<Point> points = course.points();
        for (int n = 0; n < points.size(); n++) {
            Point point = points.get(n);
            if (point.observedAt().isBefore(sensed.from())) {
                continue;
            }
            boolean isBad = points.subList(Math.max(0, n - rule.of() + 1), n + 1).stream()
                            .filter(last -> last.quality() == Quality.BAD)
                            .count()
                    >= rule.atLeast();
            if (isBad && open.isEmpty()) {
                open = Optional.of(new FlagSpan(FLAG, point.observedAt(), Optional.empty()));
            } else if (!isBad && open.isPresent()) {
                spans.add(Readings.closed(open.get(), point.observedAt()));
                open = Optional.empty();
            }
        }
        open.ifPresent(spans::add);
        return new Checked(spans, open.isPresent() ? Quiet.NEVER : Quiet.ALWAYS, Instant.MAX);
    }
}
