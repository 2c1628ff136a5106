package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Limits by a tree's standing year and the probe's depth; the worst depth decides. Immutable.
 *
 * @param rows by rising year; a row holds from its year on until the next row's
 * @param depthsNeeded with fewer depths that are measured nothing is said
 * @param hysteresisPercent how far below the limit a depth must be at the end, in percent of the limit
 * @param standingYearFrom the asset's property that holds the year of planting
 * @param unknownYear the standing year of a tree without one
 * @param opensAt levels below it open nothing
 * @param untilYear the last standing year that the table is about; empty: any
 */
public record SoilTable(
        Quantity quantity,
        List<Row> rows,
        int depthsNeeded,
        double hysteresisPercent,
        Duration holdsFor,
        String standingYearFrom,
        int unknownYear,
        Severity opensAt,
        OptionalInt untilYear)
        implements Sampled {
    /** @param depths levels from harmless to bad, {@link Direction#AT_LEAST} */
    public record Row(int year, Map<Channel, List<Level>> depths) {
        public Row {
            depths = Map.copyOf(depths);
        }
    }

    public SoilTable {
        rows = List.copyOf(rows);
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        Map<Channel, List<Level>> depths = depthsAt(year(sensed));
        List<Course> courses =
                Courses.of(sensed, quantity, List.copyOf(depths.keySet())).toList();
        long measured =
                courses.stream().map(course -> course.of().channel()).distinct().count();
        return measured < depthsNeeded
                ? List.of()
                : courses.stream().flatMap(course -> strand(course, depths)).toList();
    }

    private Stream<Strand> strand(Course course, Map<Channel, List<Level>> depths) {
        List<Level> levels = depths.getOrDefault(course.of().channel(), List.of());
        double share = hysteresisPercent / 100;
        return levels.stream()
                .filter(level -> level.severity().compareTo(opensAt) >= 0)
                .findFirst()
                .flatMap(opening -> Limits.of(levels, Side.UP, opensAt, opening.limit() * share))
                .<Strand>map(limits -> new ReadingStrand(
                        Samples.of(course, Point::value),
                        Courses.naming(course, Direction.AT_LEAST.wireName()),
                        Side.UP,
                        limits,
                        1,
                        holdsFor))
                .stream();
    }

    /** Of a standing year; nothing for years that the table is not about. */
    Map<Channel, List<Level>> depthsAt(int standingYear) {
        if (untilYear.isPresent() && standingYear > untilYear.getAsInt()) {
            return Map.of();
        }
        return rows.stream()
                .filter(row -> row.year() <= standingYear)
                .reduce((earlier, later) -> later)
                .map(Row::depths)
                .orElse(Map.of());
    }

    private int year(Sensed sensed) {
        return StandingYear.of(sensed.asset(), standingYearFrom, sensed.from()).orElse(unknownYear);
    }

    @Override
    public Instant limitsChangeAt(Sensed sensed) {
        return StandingYear.next(sensed.asset(), sensed.now());
    }

    @Override
    public Duration lookBack(Duration interval) {
        return holdsFor.plus(interval.multipliedBy(3));
    }
}
