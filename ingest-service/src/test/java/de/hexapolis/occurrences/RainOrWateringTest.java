package de.hexapolis.occurrences;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.rules.Sensing;
import de.hexapolis.rules.WettingRule;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RainOrWateringTest {
    private static final WettingRule.Rain RAIN = new WettingRule.Rain(0.5, 3, Duration.ofHours(6));
    private static final WettingRule RULE = new WettingRule(
            List.of("tree"),
            Quantity.SOIL_WATER_TENSION,
            new Channel("30cm"),
            30,
            10,
            Duration.ofHours(24),
            List.of(new Channel("60cm")),
            RAIN);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Course depth(int series, String channel, List<Point> points) {
        return Sensing.course(series, Quantity.SOIL_WATER_TENSION, channel, points);
    }

    private static Occurrences told(Instant from, Course... courses) {
        return Occurrences.of(new Sensing().of(courses).from(from).sensed(), List.of(RULE));
    }

    @Test
    void aTensionThatFallsFarWithinADayIsOneWetting() {
        List<Point> upper = Sensing.points(HOUR, 60, 61, 62, 40, 30, 28, 27);
        List<Point> lower = Sensing.points(HOUR, 40, 40, 41, 41, 25, 20, 20);

        assertThat(told(Sensing.START, depth(1, "30cm", upper), depth(2, "60cm", lower))
                        .told())
                .containsExactly(new Occurrence(
                        "wetting", Sensing.START.plus(HOUR.multipliedBy(3)), 1, 62, 40, List.of(new Channel("60cm"))));
    }

    @Test
    void aSmallFallAndASmallShareAreNone() {
        assertThat(told(Sensing.START, depth(1, "30cm", Sensing.points(HOUR, 20, 11, 11, 11)))
                        .told())
                .isEmpty();
        assertThat(told(Sensing.START, depth(1, "30cm", Sensing.points(HOUR, 150, 120, 110, 107)))
                        .told())
                .isEmpty();
    }

    @Test
    void manyTreesAtOnceAreRainAndFewAreWatered() {
        Instant at = Sensing.START;
        List<Instant> near = Collections.nCopies(4, at.plus(Duration.ofHours(5)));
        List<Instant> far = Collections.nCopies(4, at.plus(Duration.ofHours(7)));

        assertThat(RainOrWatering.kind(RAIN, at, near, 10)).isEqualTo("rain");
        assertThat(RainOrWatering.kind(RAIN, at, near, 11)).isEqualTo("watering");
        assertThat(RainOrWatering.kind(RAIN, at, far, 10)).isEqualTo("watering");
        assertThat(RainOrWatering.kind(RAIN, at, near.subList(0, 1), 2)).isEqualTo("watering");
    }

    @Test
    void judgingOnlyWhatLeavesItsBandTellsTheSameWettings() {
        SplittableRandom random = new SplittableRandom(60);
        int quiet = 0;
        for (int course = 0; course < 1_000; course++) {
            List<Point> points = new ArrayList<>();
            double value = random.nextDouble(5, 120);
            Set<Instant> gated = new HashSet<>();
            Quiet band = Quiet.NEVER;
            Instant at = Sensing.START;
            for (int n = 0; n < 100; n++) {
                at = at.plus(HOUR.multipliedBy(random.nextInt(1, 4)));
                value = random.nextInt(12) == 0
                        ? value * random.nextDouble(0.4, 1)
                        : Math.min(200, value * random.nextDouble(0.97, 1.06));
                points.add(Sensing.point(at, value));
                if (band.contains(value)) {
                    quiet++;
                    continue;
                }
                Instant from = at;
                Course read = Sensing.asRead(depth(1, "30cm", points), from, Occurrences.lookBack(List.of(RULE)));
                Sensed sensed = new Sensing().of(read).from(from).sensed();
                Occurrences told = Occurrences.of(sensed, List.of(RULE));
                gated.removeIf(time -> !time.isBefore(told.since()));
                told.told().forEach(one -> gated.add(one.at()));
                band = told.quiet().getOrDefault(1, Quiet.ALWAYS);
            }
            Set<Instant> atOnce = new HashSet<>();
            told(Sensing.START, depth(1, "30cm", points)).told().forEach(one -> atOnce.add(one.at()));
            assertThat(gated).isEqualTo(atOnce);
        }
        assertThat(quiet).isPositive();
    }
}
