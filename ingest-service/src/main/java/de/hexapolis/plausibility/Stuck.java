package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The same value for too long. */
final class Stuck {
    private static final String FLAG = "stuck";

    private Stuck() {}

    static Checked check(PlausibilityRule.Stuck rule, Course course, Sensed sensed, Past past) {
        List<Point> points = Readings.possible(course);
        Optional<FlagSpan> open = Readings.openSpan(course, FLAG);
        if (open.isPresent()) {
            return firstChange(points, open.get())
                    .map(change ->
                            new Checked(List.of(Readings.closed(open.get(), change)), Quiet.ALWAYS, sensed.now()))
                    .orElseGet(() -> Checked.open(open.get()));
        }
        if (points.isEmpty()) {
            return Checked.NOTHING;
        }
        double value = points.get(points.size() - 1).value();
        return new Lasting(FLAG, value, value, rule.lasts(), rule.months(), Instant.MIN).check(course, sensed, past);
    }

    private static Optional<Instant> firstChange(List<Point> points, FlagSpan open) {
        for (int n = 1; n < points.size(); n++) {
            Point point = points.get(n);
            if (point.observedAt().isAfter(open.from())
                    && !points.get(n - 1).observedAt().isBefore(open.from())
                    && point.value() != points.get(n - 1).value()) {
                return Optional.of(point.observedAt());
            }
        }
        return Optional.empty();
    }
}
