package de.hexapolis.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a judgement of an asset rests on. Immutable.
 *
 * <p>Courses hold all readings from {@code from} − {@link Condition#lookBack} on, and of each series the four good ones
 * before those, at most 14 days before {@code from}; they are of devices that are installed now.
 *
 * @param from the earliest instant that is judged anew; for a timer the instant for which it was set
 * @param now by the platform's clock
 */
public record Sensed(
        AssetFacts asset,
        List<Course> courses,
        List<Signal> signals,
        List<Fix> fixes,
        List<DeviceFacts> devices,
        List<Happening> happenings,
        Optional<Outlook> full,
        List<Outlook> dry,
        Causes causes,
        Instant from,
        Instant now) {
    public Sensed {
        courses = List.copyOf(courses);
        signals = List.copyOf(signals);
        fixes = List.copyOf(fixes);
        devices = List.copyOf(devices);
        happenings = List.copyOf(happenings);
        dry = List.copyOf(dry);
    }

    /** The same, judged from another instant on. */
    Sensed judgedFrom(Instant earlier) {
        return new Sensed(asset, courses, signals, fixes, devices, happenings, full, dry, causes, earlier, now);
    }

    /** The same with courses that carry other flags. */
    public Sensed withCourses(List<Course> others) {
        return new Sensed(asset, others, signals, fixes, devices, happenings, full, dry, causes, from, now);
    }

    /** The same with what happened told anew. */
    public Sensed withHappenings(List<Happening> others) {
        return new Sensed(asset, courses, signals, fixes, devices, others, full, dry, causes, from, now);
    }
}
