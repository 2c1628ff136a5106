package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quality;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what a judge would have read of an asset, with all of a course or as little as a judge promises. */
public final class Sensing {
    public static final Instant START = Instant.parse("2026-07-01T06:00:00Z");
    public static final Duration INTERVAL = Duration.ofMinutes(30);

    private final List<Course> courses = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final List<DeviceFacts> devices = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private JsonNode properties = JsonNodeFactory.instance.objectNode();
    private Causes causes = new Causes(java.util.Map.of(), Instant.EPOCH);
    private Instant from = START;
    private Instant now = START.plus(Duration.ofDays(100));

    public static Point point(Instant at, double value) {
        return new Point(at, value, Quality.GOOD);
    }

    /** Good readings, one an interval from {@link #START} on. */
    public static List<Point> points(double... values) {
        return points(INTERVAL, values);
    }

    public static List<Point> points(Duration interval, double... values) {
        List<Point> points = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            points.add(point(START.plus(interval.multipliedBy(n)), values[n]));
        }
        return points;
    }

    public static Instant at(int n) {
        return START.plus(INTERVAL.multipliedBy(n));
    }

    public static Course course(int series, Quantity quantity, String channel, List<Point> points) {
        return new Course(
                series,
                new SeriesOf(1, quantity, new Channel(channel)),
                INTERVAL,
                points.stream().sorted(Comparator.comparing(Point::observedAt)).toList(),
                List.of());
    }

    public static Course flagged(Course course, FlagSpan... flags) {
        return new Course(course.seriesId(), course.of(), course.interval(), course.points(), List.of(flags));
    }

    /** As a judge reads it: from the look back on, and the four good ones before. */
    public static Course asRead(Course course, Instant from, Duration lookBack) {
        Instant since = from.minus(lookBack);
        List<Point> before = course.points().stream()
                .filter(point -> point.observedAt().isBefore(since)
                        && point.quality() == Quality.GOOD
                        && !point.observedAt().isBefore(from.minus(Duration.ofDays(14))))
                .toList();
        List<Point> read = new ArrayList<>(before.subList(Math.max(0, before.size() - 4), before.size()));
        course.points().stream()
                .filter(point -> !point.observedAt().isBefore(since))
                .forEach(read::add);
        return new Course(course.seriesId(), course.of(), course.interval(), read, course.flags());
    }

    public Sensing of(Course... some) {
        courses.addAll(List.of(some));
        return this;
    }

    public Sensing with(Signal... some) {
        signals.addAll(List.of(some));
        return this;
    }

    public Sensing with(Fix... some) {
        fixes.addAll(List.of(some));
        return this;
    }

    public Sensing with(DeviceFacts... some) {
        devices.addAll(List.of(some));
        return this;
    }

    public Sensing with(Happening... some) {
        happenings.addAll(List.of(some));
        return this;
    }

    public Sensing properties(JsonNode some) {
        properties = some;
        return this;
    }

    public Sensing causes(Causes some) {
        causes = some;
        return this;
    }

    public Sensing from(Instant instant) {
        from = instant;
        return this;
    }

    public Sensing now(Instant instant) {
        now = instant;
        return this;
    }

    public Sensed sensed() {
        AssetFacts asset = new AssetFacts(
                17,
                new CityId("fulda"),
                ZoneId.of("Europe/Berlin"),
                "bin",
                Optional.of("nordend"),
                "B-0001",
                List.of(),
                properties,
                9.68,
                50.55,
                false);
        return new Sensed(
                asset, courses, signals, fixes, devices, happenings, Optional.empty(), List.of(), causes, from, now);
    }
}
