package de.hexapolis.judge;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.rules.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How often a device reports in fact, whatever is registered: the median between its messages of late. Pure. */
final class UsualGap {
    private static final Duration OF_LATE = Duration.ofDays(7);
    private static final int FEWEST = 3;

    private UsualGap() {}

    /** The device with the gap that its courses show; as it is where they show too little. */
    static DeviceFacts of(DeviceFacts device, List<Course> courses, Instant now) {
        List<Instant> messages = courses.stream()
                .filter(course -> course.of().deviceId() == device.id())
                .flatMap(course -> course.points().stream())
                .map(Point::observedAt)
                .filter(at -> at.isAfter(now.minus(OF_LATE)))
                .distinct()
                .sorted()
                .toList();
        if (messages.size() <= FEWEST) {
            return device;
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            gaps.add(Duration.between(messages.get(i - 1), messages.get(i)));
        }
        gaps.sort(Duration::compareTo);
        return new DeviceFacts(
                device.id(),
                device.key(),
                device.profile(),
                device.interval(),
                gaps.get(gaps.size() / 2),
                device.installedFrom(),
                device.heardAt());
    }
}
