package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A probe in frozen soil: its tension means nothing while the soil's temperature is below a limit. */
final class Frozen {
    private static final String FLAG = "frozen";

    private Frozen() {}

    /** The course that decides: of the same depth, else the one without depth. */
    static Optional<Course> temperature(PlausibilityRule.Frozen rule, Course course, Sensed sensed) {
        return temperature(rule, course, course.of().channel(), sensed)
                .or(() -> temperature(rule, course, Channel.ONLY, sensed));
    }

    private static Optional<Course> temperature(
            PlausibilityRule.Frozen rule, Course course, Channel channel, Sensed sensed) {
        return sensed.courses().stream()
                .filter(other -> other.of().quantity() == rule.quantity()
                        && other.of().deviceId() == course.of().deviceId()
                        && other.of().channel().equals(channel))
                .findFirst();
    }

    static Checked check(PlausibilityRule.Frozen rule, Course course, Course temperature, Sensed sensed) {
        Optional<FlagSpan> open = Readings.openSpan(course, FLAG);
        List<FlagSpan> spans = new ArrayList<>();
        for (Point point : good(temperature)) {
            Instant at = point.observedAt();
            if (open.isEmpty() && point.value() < rule.below()) {
                open = Optional.of(new FlagSpan(FLAG, at, Optional.empty()));
            } else if (open.isPresent()
                    && point.value() >= rule.below()
                    && at.isAfter(open.get().from())) {
                spans.add(Readings.closed(open.get(), at));
                open = Optional.empty();
            }
        }
        spans.removeIf(span -> span.until().orElseThrow().isBefore(sensed.from()));
        open.ifPresent(spans::add);
        return new Checked(spans, open.isPresent() ? Quiet.NEVER : Quiet.ALWAYS, Instant.MAX);
    }

    /** Of the temperature, not of what it is about. */
    static Quiet quiet(PlausibilityRule.Frozen rule, Course temperature) {
        List<Point> points = good(temperature);
        if (points.isEmpty()) {
            return Quiet.NEVER;
        }
        return points.get(points.size() - 1).value() < rule.below()
                ? new Quiet(Double.NEGATIVE_INFINITY, Math.nextDown(rule.below()))
                : new Quiet(rule.below(), Double.POSITIVE_INFINITY);
    }

    private static List<Point> good(Course temperature) {
        return temperature.points().stream()
                .filter(point -> point.quality() == Quality.GOOD)
                .toList();
    }
}
