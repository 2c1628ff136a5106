package de.hexapolis.rules;

import de.hexapolis.rules.ReadingStrand.Naming;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds courses among what was sensed. */
final class Courses {
    private Courses() {}

    /**
     * Those of a quantity that are to be believed now.
     *
     * @param channels empty: all
     */
    static Stream<Course> of(Sensed sensed, Quantity quantity, List<Channel> channels) {
        return sensed.courses().stream()
                .filter(course -> course.of().quantity() == quantity)
                .filter(course ->
                        channels.isEmpty() || channels.contains(course.of().channel()))
                .filter(course -> !course.isFlaggedNow());
    }

    static Optional<DeviceFacts> deviceOf(Sensed sensed, Course course) {
        return sensed.devices().stream()
                .filter(device -> device.id() == course.of().deviceId())
                .findFirst();
    }

    static Naming naming(Course course, String comparison) {
        return new Naming(
                course.of().quantity().wireName(),
                Optional.of(course.of().channel().value()).filter(channel -> !channel.isEmpty()),
                Optional.of(course.of().quantity().unit().symbol()),
                comparison,
                OptionalInt.of(course.seriesId()));
    }
}
