package de.hexapolis.profile;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a profile found in one message; filled by its rules, then read. One thread. */
public final class Mapped {
    private record SeriesKey(Quantity quantity, Channel channel, Instant observedAt) {}

    private record EventKey(String kind, Instant observedAt) {}

    private final List<Measurement> measurements = new ArrayList<>();
    private final List<DeviceEvent> events = new ArrayList<>(2);
    private final List<PositionFix> positions = new ArrayList<>(1);
    private final List<String> badParts = new ArrayList<>(1);
    private final Set<Object> taken = new HashSet<>();
    private Optional<Unread> unread = Optional.empty();
    private String whyNothing = "no field of the message is a reading";

    Mapped() {}

    static Mapped ignored(String why) {
        Mapped nothing = new Mapped();
        nothing.whyNothing = why;
        return nothing;
    }

    /** Keeps the first of several values of one quantity, channel and time. */
    void add(Measurement measurement) {
        if (taken.add(new SeriesKey(measurement.quantity(), measurement.channel(), measurement.observedAt()))) {
            measurements.add(measurement);
        }
    }

    /** Keeps the first of several events of one kind and time. */
    void add(DeviceEvent event) {
        if (taken.add(new EventKey(event.kind(), event.observedAt()))) {
            events.add(event);
        }
    }

    void add(PositionFix position) {
        positions.add(position);
    }

    void bad(String detail) {
        badParts.add(detail);
    }

    void noValue(Object path) {
        whyNothing = "no value: " + path + " says that there is no reading";
    }

    void unread(Unread message) {
        unread = Optional.of(message);
    }

    /** Whether nothing was found so far, neither good nor bad. */
    boolean isEmpty() {
        return measurements.isEmpty() && events.isEmpty() && positions.isEmpty() && badParts.isEmpty();
    }

    public List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    public List<DeviceEvent> events() {
        return List.copyOf(events);
    }

    public List<PositionFix> positions() {
        return List.copyOf(positions);
    }

    /** Field, value and what is wrong with it, one text for each. */
    public List<String> badParts() {
        return List.copyOf(badParts);
    }

    /** The message, if the profile read no field of it and does not say so on purpose. */
    public Optional<Unread> unread() {
        return unread;
    }

    /** Why there is nothing, where there is nothing. */
    public String whyNothing() {
        return whyNothing;
    }
}
