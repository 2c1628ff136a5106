package de.hexapolis.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.rules.Causes;
import de.hexapolis.rules.Course;
import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Happening;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensing;
import de.hexapolis.telemetry.Quality;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    /** Nothing is known but what is at hand. */
    private static final Past NONE = (series, low, high, notBefore) -> Sensing.START;

    private static final PlausibilityRule JUMP = rule().jump(25);

    /** Builds a rule with one check. */
    private record Draft(Optional<Quantity> quantity) {
        PlausibilityRule jump(double by) {
            return all(
                    Optional.of(new PlausibilityRule.Jump(by, OptionalDouble.empty(), 1)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        PlausibilityRule stuck(Duration lasts, Set<Month> months) {
            return all(
                    Optional.empty(),
                    Optional.of(new PlausibilityRule.Stuck(lasts, months)),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        PlausibilityRule frozen(double below) {
            return all(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new PlausibilityRule.Frozen(Quantity.SOIL_TEMPERATURE, below)),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        PlausibilityRule shortCircuit(double atMost, Duration lasts) {
            return all(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new PlausibilityRule.Circuit(atMost, lasts, Set.of())),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        PlausibilityRule missing(int intervals) {
            return all(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(intervals),
                    Optional.empty(),
                    Optional.empty());
        }

        PlausibilityRule outOfRange(int of, int atLeast) {
            return all(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of(new PlausibilityRule.OutOfRange(of, atLeast)),
                    Optional.empty());
        }

        PlausibilityRule lateClock(Duration behind) {
            return all(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of(behind));
        }

        private PlausibilityRule all(
                Optional<PlausibilityRule.Jump> jump,
                Optional<PlausibilityRule.Stuck> stuck,
                Optional<PlausibilityRule.Frozen> frozen,
                Optional<PlausibilityRule.Circuit> shortCircuit,
                OptionalInt missing,
                Optional<PlausibilityRule.OutOfRange> outOfRange,
                Optional<Duration> lateClock) {
            return new PlausibilityRule(
                    "check",
                    List.of("bin"),
                    quantity,
                    jump,
                    stuck,
                    frozen,
                    shortCircuit,
                    Optional.empty(),
                    missing,
                    Optional.empty(),
                    outOfRange,
                    lateClock);
        }
    }

    private static Draft rule() {
        return new Draft(Optional.empty());
    }

    private static Draft ofTension() {
        return new Draft(Optional.of(Quantity.SOIL_WATER_TENSION));
    }

    private static Course levels(double... values) {
        return Sensing.course(1, Quantity.FILL_LEVEL, "", Sensing.points(values));
    }

    private static Course hourly(int series, Quantity quantity, double... values) {
        return Sensing.course(series, quantity, "", Sensing.points(HOUR, values));
    }

    private static Sensing sensing(Course... courses) {
        return new Sensing().of(courses);
    }

    private static List<FlagSpan> spans(Sensing sensing, PlausibilityRule rule) {
        return Flags.of(sensing.sensed(), List.of(rule), NONE).spans().getOrDefault(1, List.of());
    }

    private static FlagSpan open(String flag, Instant from) {
        return new FlagSpan(flag, from, Optional.empty());
    }

    private static FlagSpan single(Instant at) {
        return new FlagSpan("jump", at, Optional.of(at.plusNanos(1_000)));
    }

    @Test
    void aReadingThatJumpsAndIsBackIsFlaggedAlone() {
        assertThat(spans(sensing(levels(20, 21, 100, 22, 23)), JUMP)).containsExactly(single(Sensing.at(2)));
    }

    @Test
    void aRiseThatStaysIsNoJump() {
        assertThat(spans(sensing(levels(20, 21, 60, 62, 23, 22)), JUMP)).isEmpty();
    }

    @Test
    void twoEchoesApartAreTwoJumpsAndWhatLiesBetweenIsGood() {
        assertThat(spans(sensing(levels(20, 80, 20, 80, 20)), JUMP))
                .containsExactly(single(Sensing.at(1)), single(Sensing.at(3)));
    }

    @Test
    void judgingOnlyWhatLeavesItsBandFlagsTheSameJumps() {
        SplittableRandom random = new SplittableRandom(25);
        for (int course = 0; course < 1_500; course++) {
            List<Point> points = new ArrayList<>();
            Set<FlagSpan> gated = new HashSet<>();
            Quiet band = Quiet.NEVER;
            double level = 40;
            for (int n = 0; n < 60; n++) {
                level = Math.max(0, Math.min(100, level + random.nextDouble(-9, 10)));
                double seen = Math.rint(random.nextInt(6) == 0 ? random.nextDouble(100) : level);
                points.add(Sensing.point(Sensing.at(n), seen));
                if (!band.contains(seen)) {
                    Course read = Sensing.flagged(
                            Sensing.asRead(
                                    Sensing.course(1, Quantity.FILL_LEVEL, "", points), Sensing.at(n), Duration.ZERO),
                            gated.toArray(FlagSpan[]::new));
                    Flags flags =
                            Flags.of(new Sensing().of(read).from(Sensing.at(n)).sensed(), List.of(JUMP), NONE);
                    gated.addAll(flags.spans().getOrDefault(1, List.of()));
                    band = flags.quiet().getOrDefault(1, Quiet.ALWAYS);
                }
            }
            Course all = Sensing.course(1, Quantity.FILL_LEVEL, "", points);
            assertThat(gated).as("course %d", course).isEqualTo(new HashSet<>(spans(sensing(all), JUMP)));
        }
    }

    @Test
    void theSameValueForTooLongIsStuckAndAnotherEndsIt() {
        PlausibilityRule rule = rule().stuck(Duration.ofHours(2), Set.of());

        assertThat(spans(sensing(levels(30, 40, 40, 40, 40, 40)), rule)).containsExactly(open("stuck", Sensing.at(1)));
        assertThat(spans(sensing(levels(30, 40, 40, 40, 40)), rule)).isEmpty();
        Course before = Sensing.flagged(levels(30, 40, 40, 40, 40, 40, 41), open("stuck", Sensing.at(1)));
        assertThat(spans(sensing(before), rule))
                .containsExactly(new FlagSpan("stuck", Sensing.at(1), Optional.of(Sensing.at(6))));
    }

    @Test
    void whereAllReadingsAtHandAreEqualThePastIsAskedAndTheMonthCounts() {
        PlausibilityRule rule = rule().stuck(Duration.ofDays(7), Set.of(Month.JULY));
        Past past = (series, low, high, notBefore) -> Sensing.START.minus(Duration.ofDays(8));
        PlausibilityRule winter = rule().stuck(Duration.ofDays(7), Set.of(Month.JANUARY));

        assertThat(Flags.of(sensing(levels(40, 40)).sensed(), List.of(rule), past)
                        .spans())
                .isEqualTo(Map.of(1, List.of(open("stuck", Sensing.START.minus(Duration.ofDays(8))))));
        assertThat(Flags.of(sensing(levels(40, 40)).sensed(), List.of(winter), past)
                        .spans())
                .isEqualTo(Map.of(1, List.of()));
    }

    @Test
    void aTensionIsFrozenWhileItsSoilIs() {
        Course tension = hourly(1, Quantity.SOIL_WATER_TENSION, 20, 21, 90, 95, 22);
        Course temperature = hourly(2, Quantity.SOIL_TEMPERATURE, 2, 0.2, -1, 0.5, 3);
        Flags flags = Flags.of(
                sensing(tension, temperature).sensed(), List.of(ofTension().frozen(0.5)), NONE);

        assertThat(flags.spans().get(1))
                .containsExactly(new FlagSpan(
                        "frozen", Sensing.START.plus(HOUR), Optional.of(Sensing.START.plus(HOUR.multipliedBy(3)))));
        assertThat(flags.quiet()).containsEntry(2, new Quiet(0.5, Double.POSITIVE_INFINITY));
    }

    @Test
    void aProbeThatIsWetForTooLongIsShortCircuitedUnlessItRained() {
        PlausibilityRule rule = ofTension().shortCircuit(5, Duration.ofHours(3));
        Course wet = hourly(1, Quantity.SOIL_WATER_TENSION, 30, 4, 3, 4, 2);

        assertThat(spans(sensing(wet), rule)).containsExactly(open("short_circuit", Sensing.START.plus(HOUR)));
        Instant rain = Sensing.START.plus(HOUR.multipliedBy(2));
        assertThat(spans(sensing(wet).with(new Happening("rain", rain, false)), rule))
                .isEmpty();
    }

    @Test
    void aProbeIsMissingWhenItsDeviceGoesOnTalking() {
        Course probe = hourly(1, Quantity.SOIL_WATER_TENSION, 30, 31);
        Course battery = hourly(2, Quantity.BATTERY_LEVEL, 80, 80, 80, 80);

        assertThat(spans(sensing(probe, battery), ofTension().missing(3)))
                .containsExactly(open("no_probe", Sensing.START.plus(HOUR).plusNanos(1_000)));
        assertThat(spans(sensing(probe), ofTension().missing(3))).isEmpty();
    }

    @Test
    void aSeriesOfWhichTooManyReadingsCannotBeIsOutOfRange() {
        List<Point> points = new ArrayList<>(Sensing.points(Collections.nCopies(10, 40.0).stream()
                .mapToDouble(Double::doubleValue)
                .toArray()));
        for (int n : List.of(3, 5, 8)) {
            points.set(n, new Point(Sensing.at(n), 400, Quality.BAD));
        }
        Course course = Sensing.course(1, Quantity.FILL_LEVEL, "", points);

        assertThat(spans(sensing(course), rule().outOfRange(10, 3)))
                .containsExactly(open("out_of_range", Sensing.at(8)));
        assertThat(spans(sensing(course), rule().outOfRange(10, 4))).isEmpty();
    }

    @Test
    void aClockIsLateWhenReadingsComeLongAfterTheirTimeAndNothingHeldThemUp() {
        PlausibilityRule rule = rule().lateClock(HOUR);
        Course course = levels(40, 41);
        Instant heard = Sensing.at(1).plus(Duration.ofHours(2));
        DeviceFacts late = device(heard);

        assertThat(spans(sensing(course).with(late), rule)).containsExactly(open("late_clock", Sensing.at(1)));
        assertThat(spans(sensing(course).with(device(Sensing.at(2))), rule)).isEmpty();
        assertThat(spans(sensing(course).with(late).causes(new Causes(Map.of(), heard)), rule))
                .isEmpty();
    }

    private static DeviceFacts device(Instant heard) {
        return new DeviceFacts(1, "d-1", Optional.empty(), HOUR, HOUR, Sensing.START, Optional.of(heard));
    }
}
