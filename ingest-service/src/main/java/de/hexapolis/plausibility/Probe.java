package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A device that is heard while one of its probes is not. */
final class Probe {
    private static final String FLAG = "no_probe";

    private Probe() {}

    static Checked check(int missingFor, Course course, Sensed sensed) {
        Optional<FlagSpan> open = Readings.openSpan(course, FLAG);
        List<Point> points = Readings.possible(course);
        if (points.isEmpty()) {
            return open.map(Checked::open).orElse(Checked.NOTHING);
        }
        if (open.isPresent()) {
            return points.stream()
                    .map(Point::observedAt)
                    .filter(at -> at.isAfter(open.get().from()))
                    .findFirst()
                    .map(end -> new Checked(List.of(Readings.closed(open.get(), end)), Quiet.ALWAYS, sensed.now()))
                    .orElseGet(() -> Checked.open(open.get()));
        }
        Instant last = points.get(points.size() - 1).observedAt();
        Duration longest = gap(course, sensed).multipliedBy(missingFor);
        if (!newestOfDevice(course, sensed).isBefore(last.plus(longest))) {
            return Checked.open(new FlagSpan(FLAG, last.plusNanos(1_000), Optional.empty()));
        }
        Instant ask = last.plus(longest);
        return new Checked(
                List.of(),
                Quiet.ALWAYS,
                ask.isAfter(sensed.now()) ? ask : sensed.now().plus(longest));
    }

    private static Duration gap(Course course, Sensed sensed) {
        return sensed.devices().stream()
                .filter(device -> device.id() == course.of().deviceId())
                .map(DeviceFacts::usualGap)
                .filter(gap -> gap.compareTo(course.interval()) > 0)
                .findFirst()
                .orElse(course.interval());
    }

    private static Instant newestOfDevice(Course course, Sensed sensed) {
        return sensed.courses().stream()
                .filter(other -> other.of().deviceId() == course.of().deviceId())
                .flatMap(other -> other.points().stream())
                .map(Point::observedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
