package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device whose newest reading is old when it comes, though nothing on the way held it up: its clock is late. Looked at
 * whenever the asset is judged.
 */
final class LateClock {
    private static final String FLAG = "late_clock";

    private LateClock() {}

    static Checked check(Duration behind, Course course, Sensed sensed) {
        Optional<FlagSpan> open = Readings.openSpan(course, FLAG);
        Optional<Instant> heard = sensed.devices().stream()
                .filter(device -> device.id() == course.of().deviceId())
                .findFirst()
                .flatMap(DeviceFacts::heardAt);
        Optional<Instant> newest = newest(List.of(course));
        boolean isNewestOfDevice = newest.isPresent()
                && newest.equals(newest(sensed.courses().stream()
                        .filter(other -> other.of().deviceId() == course.of().deviceId())
                        .toList()));
        if (heard.isEmpty() || !isNewestOfDevice) {
            return open.map(Checked::open).orElse(Checked.NOTHING);
        }
        boolean isLate = newest.get().plus(behind).isBefore(heard.get());
        boolean wasHeldUp = sensed.causes().outageUntil().isAfter(newest.get())
                || !sensed.causes().silentSince().isEmpty();
        if (isLate && !wasHeldUp) {
            return Checked.open(open.orElse(new FlagSpan(FLAG, newest.get(), Optional.empty())));
        }
        return open.filter(span -> newest.get().isAfter(span.from()))
                .map(span -> new Checked(List.of(Readings.closed(span, newest.get())), Quiet.ALWAYS, Instant.MAX))
                .or(() -> open.map(Checked::open))
                .orElse(Checked.NOTHING);
    }

    private static Optional<Instant> newest(List<Course> courses) {
        return courses.stream()
                .flatMap(course -> course.points().stream())
                .map(Point::observedAt)
                .max(Instant::compareTo);
    }
}
