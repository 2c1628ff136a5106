package de.hexapolis.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.physics.SoilState.Layer;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoilTest {
    private static final Instant SUMMER = Instant.parse("2026-06-01T22:00:00Z");
    private static final int TREES = 40;

    private final World world = World.seeded(7);

    @Test
    void driesFromDayToDayUnlessRainOrWateringComes() {
        int drier = 0;
        int wetter = 0;
        for (int tree = 0; tree < TREES; tree++) {
            Sensing soil = world.sensing(Devices.of("tree", tree));
            for (int day = 1; day < 60; day++) {
                double yesterday = top(soil, SUMMER.plus(Duration.ofDays(day - 1)));
                double today = top(soil, SUMMER.plus(Duration.ofDays(day)));
                drier += today > yesterday * 1.02 ? 1 : 0;
                wetter += today < yesterday * 0.8 ? 1 : 0;
            }
        }
        assertThat(drier).as("drying days").isGreaterThan(2 * wetter);
        assertThat(wetter).as("days of rain or watering").isGreaterThan(TREES);
    }

    @Test
    void rainReachesTheTopMoreThanTheDepth() {
        long day = IntStream.range(0, 400)
                .mapToLong(i -> LocalDate.of(2026, 6, 1).toEpochDay() + i)
                .filter(one -> world.weather("fulda").rain(one).millimetres() > 12)
                .findFirst()
                .orElseThrow();
        Instant before = Instant.ofEpochSecond(day * 86_400 - 7_200);
        Instant after = before.plus(Duration.ofDays(1));
        double top = 0;
        double deep = 0;
        for (int tree = 0; tree < TREES; tree++) {
            Sensing soil = world.sensing(Devices.of("tree", tree));
            top += Math.log(
                    layer(soil, after, 0).tensionKpa() / layer(soil, before, 0).tensionKpa());
            deep += Math.log(
                    layer(soil, after, 2).tensionKpa() / layer(soil, before, 2).tensionKpa());
        }
        assertThat(top).isLessThan(deep);
    }

    @Test
    void staysBetweenSaturationAndTheDriestThatAProbeShows() {
        for (int tree = 0; tree < TREES; tree++) {
            Sensing soil = world.sensing(Devices.of("tree", tree));
            for (int week = 0; week < 52; week++) {
                for (int depth = 0; depth < 3; depth++) {
                    Layer layer = layer(soil, SUMMER.plus(Duration.ofDays(7L * week)), depth);
                    assertThat(layer.tensionKpa()).isBetween(3.5, 250.0);
                    assertThat(layer.moisturePercent()).isBetween(7.0, 43.0);
                }
            }
        }
    }

    @Test
    void saysNoTensionWhereTheSoilIsFrozen() {
        SoilState frozen = new SoilState(
                Devices.of("tree", 1).id(),
                SUMMER,
                new Battery(80, 3.5),
                List.of(new Layer(30, 12, 25, 0.2, true), new Layer(60, 12, 25, 3, true)));
        assertThat(frozen.measurements())
                .filteredOn(one -> one.quantity() == Quantity.SOIL_WATER_TENSION)
                .singleElement()
                .satisfies(one -> assertThat(one.channel().value()).isEqualTo("60cm"));
    }

    @Test
    void isWarmerInSummerAndFollowsLaterInTheDepth() {
        Weather weather = world.weather("fulda");
        long july = LocalDate.of(2026, 7, 20).toEpochDay();
        long january = LocalDate.of(2026, 1, 20).toEpochDay();
        assertThat(weather.soil(july, 30)).isGreaterThan(weather.soil(january, 30) + 10);
        assertThat(weather.soil(july, 30) - weather.soil(january, 30))
                .isGreaterThan(weather.soil(july, 90) - weather.soil(january, 90));
    }

    @Test
    void hasADeadProbeAtOneTreeOfAHundred() {
        long dead = IntStream.range(0, 1_000)
                .mapToObj(tree -> (SoilState)
                        world.sensing(Devices.of("tree", tree)).at(SUMMER).orElseThrow())
                .filter(soil -> soil.layers().stream().anyMatch(layer -> !layer.connected()))
                .count();
        assertThat(dead).isBetween(3L, 20L);
    }

    @Test
    void comesToTheSameWhetherReachedInOneStepOrInMany() {
        Sensing inSteps = world.sensing(Devices.of("tree", 5));
        for (int hour = 0; hour < 24 * 30; hour++) {
            inSteps.at(SUMMER.plus(Duration.ofHours(hour)));
        }
        Instant later = SUMMER.plus(Duration.ofDays(40));
        assertThat(inSteps.at(later))
                .isEqualTo(world.sensing(Devices.of("tree", 5)).at(later));
        assertThat(inSteps.at(SUMMER))
                .isEqualTo(world.sensing(Devices.of("tree", 5)).at(SUMMER));
    }

    @Test
    void feelsTheSameAtAnInstantHoweverLongAgoTheHistoryBegan() {
        Instant asked = Instant.parse("2023-08-01T00:00:00Z");
        for (int tree = 0; tree < TREES; tree++) {
            Sensing ofAYear = world.sensing(Devices.of("tree", tree));
            Sensing ofAMonth = world.sensing(Devices.of("tree", tree));
            ofAYear.at(asked.minus(Duration.ofDays(365)));
            ofAMonth.at(asked.minus(Duration.ofDays(30)));
            assertThat(ofAYear.at(asked)).isEqualTo(ofAMonth.at(asked));
        }
    }

    private static double top(Sensing soil, Instant at) {
        return layer(soil, at, 0).tensionKpa();
    }

    private static Layer layer(Sensing soil, Instant at, int depth) {
        return ((SoilState) soil.at(at).orElseThrow()).layers().get(depth);
    }
}
