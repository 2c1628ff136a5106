package de.hexapolis.judge;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Point;
import de.hexapolis.telemetry.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How the flags of a series differ from those that are stored, and which readings are therefore to be believed no longer,
 * or again. What a person says of a series stays as it is. Immutable.
 *
 * @param gone numbers of rows
 * @param spans all as they are now
 */
record FlagChanges(
        int seriesId,
        List<Opened> opened,
        List<Changed> changed,
        List<Long> gone,
        List<FlagSpan> spans,
        List<Requalified> readings) {
    /** Of these the readings themselves are as good as any. */
    private static final Set<String> OF_THE_DEVICE = Set.of("no_probe", "late_clock");

    private static final Duration MOST_BACK = Duration.ofDays(14);

    /**
     * A new one.
     *
     * @param value of the reading with which it begins; empty: it begins with none
     */
    record Opened(FlagSpan span, OptionalDouble value) {}

    /** A row that is otherwise now. */
    record Changed(long id, FlagSpan span) {}

    /** @param told all flags that are open or touch what is judged anew */
    static FlagChanges of(Course course, List<StoredFlag> stored, List<FlagSpan> told, Instant from, Instant now) {
        List<StoredFlag> left = new ArrayList<>(
                stored.stream().filter(flag -> !flag.isPersons()).toList());
        List<Opened> opened = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (FlagSpan span : told) {
            Optional<StoredFlag> same =
                    left.stream().filter(flag -> overlap(flag.span(), span)).findFirst();
            same.ifPresent(left::remove);
            if (same.isEmpty()) {
                opened.add(new Opened(span, valueAt(course, span.from())));
            } else if (!same.get().span().equals(span)) {
                changed.add(new Changed(same.get().id(), span));
            }
        }
        List<StoredFlag> gone =
                left.stream().filter(flag -> touches(flag.span(), from)).toList();
        List<FlagSpan> after = new ArrayList<>(told);
        stored.stream()
                .filter(flag -> flag.isPersons() || (left.contains(flag) && !gone.contains(flag)))
                .forEach(flag -> after.add(flag.span()));
        List<FlagSpan> before = stored.stream().map(StoredFlag::span).toList();
        return new FlagChanges(
                course.seriesId(),
                opened,
                changed,
                gone.stream().map(StoredFlag::id).toList(),
                List.copyOf(after),
                readings(course, before, after, now));
    }

    /** The course with these flags and what follows from them. */
    Course applied(Course course) {
        List<Point> points =
                course.points().stream().map(point -> applied(point)).toList();
        return new Course(course.seriesId(), course.of(), course.interval(), points, spans);
    }

    private Point applied(Point point) {
        boolean isFlagged = isFlagged(spans, point.observedAt());
        if (isFlagged && point.quality() == Quality.GOOD) {
            return new Point(point.observedAt(), point.value(), Quality.IMPLAUSIBLE);
        }
        return !isFlagged && point.quality() == Quality.IMPLAUSIBLE
                ? new Point(point.observedAt(), point.value(), Quality.GOOD)
                : point;
    }

    boolean isEmpty() {
        return opened.isEmpty() && changed.isEmpty() && gone.isEmpty() && readings.isEmpty();
    }

    private static OptionalDouble valueAt(Course course, Instant at) {
        return course.points().stream()
                .filter(point -> point.observedAt().equals(at))
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .findFirst();
    }

    private static boolean overlap(FlagSpan one, FlagSpan other) {
        return one.flag().equals(other.flag())
                && one.from().isBefore(other.until().orElse(Instant.MAX))
                && other.from().isBefore(one.until().orElse(Instant.MAX));
    }

    private static boolean touches(FlagSpan span, Instant from) {
        return span.until().isEmpty() || !span.from().isBefore(from);
    }

    private static List<Requalified> readings(Course course, List<FlagSpan> before, List<FlagSpan> after, Instant now) {
        List<Instant> worse = new ArrayList<>();
        List<Instant> better = new ArrayList<>();
        for (Point point : course.points()) {
            boolean isFlagged = isFlagged(after, point.observedAt());
            if (isFlagged && point.quality() == Quality.GOOD) {
                worse.add(point.observedAt());
            } else if (!isFlagged && point.quality() == Quality.IMPLAUSIBLE) {
                better.add(point.observedAt());
            }
        }
        List<Requalified> readings = new ArrayList<>();
        readings.add(Requalified.single(course.seriesId(), Quality.GOOD, Quality.IMPLAUSIBLE, worse));
        readings.add(Requalified.single(course.seriesId(), Quality.IMPLAUSIBLE, Quality.GOOD, better));
        Instant first = course.points().isEmpty() ? now : course.points().get(0).observedAt();
        beyond(after, before, first, now)
                .forEach(span -> readings.add(span.as(course.seriesId(), Quality.GOOD, Quality.IMPLAUSIBLE)));
        beyond(before, after, first, now)
                .forEach(span -> readings.add(span.as(course.seriesId(), Quality.IMPLAUSIBLE, Quality.GOOD)));
        return readings.stream().filter(one -> !one.isEmpty()).toList();
    }

    private record Span(Instant from, Instant until) {
        Requalified as(int series, Quality before, Quality after) {
            return Requalified.span(series, before, after, from, until);
        }
    }

    /** Where one set of flags lies and the other does not, before the first reading that is at hand. */
    private static List<Span> beyond(List<FlagSpan> flags, List<FlagSpan> others, Instant first, Instant now) {
        List<Span> spans = new ArrayList<>();
        Instant oldest = now.minus(MOST_BACK);
        for (FlagSpan flag : flags) {
            Instant from = flag.from().isBefore(oldest) ? oldest : flag.from();
            Instant until = flag.until().filter(end -> end.isBefore(first)).orElse(first);
            boolean isNew = others.stream().noneMatch(other -> counts(other) && other.covers(from));
            if (counts(flag) && from.isBefore(until) && isNew) {
                spans.add(new Span(from, until));
            }
        }
        return spans;
    }

    private static boolean isFlagged(List<FlagSpan> flags, Instant at) {
        return flags.stream().anyMatch(flag -> counts(flag) && flag.covers(at));
    }

    private static boolean counts(FlagSpan flag) {
        return !OF_THE_DEVICE.contains(flag.flag());
    }
}
