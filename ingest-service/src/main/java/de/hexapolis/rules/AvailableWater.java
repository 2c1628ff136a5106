package de.hexapolis.rules;

import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Too small a share of the water that plants can reach, between a soil's wilting point and its field capacity. An asset
 * whose soil is not among the soils is not judged. Immutable.
 *
 * @param soilFrom the asset's property that holds the soil
 * @param levels {@link Direction#AT_MOST}, percent of what is available, from harmless to bad
 * @param opensAt levels below it open nothing
 * @param hysteresis percent of what is available
 */
public record AvailableWater(
        Quantity quantity,
        String soilFrom,
        Map<String, Soil> soils,
        List<Level> levels,
        Severity opensAt,
        double hysteresis,
        Duration holdsFor)
        implements Sampled {
    /**
     * @param wiltingPoint percent of volume
     * @param fieldCapacity percent of volume
     */
    public record Soil(double wiltingPoint, double fieldCapacity) {
        public Soil {
            if (!(wiltingPoint < fieldCapacity)) {
                throw new IllegalArgumentException(
                        "a wilting point of %s and a field capacity of %s".formatted(wiltingPoint, fieldCapacity));
            }
        }
    }

    private static final int UNKNOWN_YEAR = 3;

    public AvailableWater {
        soils = Map.copyOf(soils);
        levels = List.copyOf(levels);
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        Optional<Soil> soil = Optional.ofNullable(
                soils.get(sensed.asset().properties().path(soilFrom).asText()));
        return soil.stream()
                .flatMap(known ->
                        Courses.of(sensed, quantity, List.of()).flatMap(course -> strand(course, known, sensed)))
                .toList();
    }

    private Stream<Strand> strand(Course course, Soil soil, Sensed sensed) {
        double percent = (soil.fieldCapacity() - soil.wiltingPoint()) / 100;
        int year = StandingYear.of(sensed.asset(), StandingYear.PROPERTY, sensed.from())
                .orElse(UNKNOWN_YEAR);
        List<Level> measured = levels.stream()
                .filter(level -> year <= level.standingYearsUpTo().orElse(Integer.MAX_VALUE))
                .map(level -> new Level(soil.wiltingPoint() + level.limit() * percent, level.severity()))
                .toList();
        return Limits.of(measured, Side.DOWN, opensAt, hysteresis * percent)
                .<Strand>map(limits -> new ReadingStrand(
                        Samples.of(course, point -> -point.value()),
                        Courses.naming(course, Direction.AT_MOST.wireName()),
                        Side.DOWN,
                        limits,
                        1,
                        holdsFor))
                .stream();
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
