package de.hexapolis.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final int HOURS = 28 * 24;
    private static final int BINS = 60;

    private final World world = World.seeded(7);

    @Test
    void fillUntilTheRoundComesAndAreNearlyEmptyAfterIt() {
        int emptied = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<BinState> month = month(Devices.of("bin", bin));
            for (int hour = 1; hour < HOURS; hour++) {
                double before = month.get(hour - 1).fillPercent();
                double after = month.get(hour).fillPercent();
                if (before - after > 6) {
                    emptied++;
                    assertThat(after)
                            .as("only a round lowers it by more than noise")
                            .isLessThan(20);
                }
            }
        }
        assertThat(emptied / (double) BINS).as("rounds in four weeks").isBetween(4.0, 28.0);
    }

    @Test
    void areAllEmptiedInAMonthWhateverTheDayOfTheirRound() {
        for (int bin = 0; bin < 700; bin++) {
            assertThat(month(Devices.of("bin", bin))).as("bin %d", bin).anyMatch(state -> state.fillPercent() < 10);
        }
    }

    @Test
    void someOverflowAndMostDoNot() {
        double full = IntStream.range(0, BINS)
                .mapToObj(bin -> month(Devices.of("bin", bin)))
                .flatMap(List::stream)
                .mapToInt(state -> state.fillPercent() >= 95 ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(full).isBetween(0.005, 0.15);
    }

    @Test
    void showDistancesInStepsOfTenMillimetresWithOneToTwoOutliersInAHundred() {
        int outliers = 0;
        for (int bin = 0; bin < BINS; bin++) {
            for (BinState state : month(Devices.of("bin", bin))) {
                double expected = Devices.MOUNTING.distanceMm(state.fillPercent());
                if (!state.heard() || Math.abs(state.distanceMm() - expected) > 120) {
                    outliers++;
                } else {
                    assertThat(state.distanceMm() % 10).isZero();
                }
            }
        }
        assertThat(outliers / (double) (BINS * HOURS)).isBetween(0.008, 0.02);
    }

    @Test
    void fillFasterOnSaturdaysThanOnMondays() {
        assertThat(gainedOn(DayOfWeek.SATURDAY)).isGreaterThan(1.2 * gainedOn(DayOfWeek.MONDAY));
    }

    @Test
    void feelTheSameAtTheSameInstantInAnyOrder() {
        Sensing forward = world.sensing(Devices.of("bin", 3));
        Sensing backward = world.sensing(Devices.of("bin", 3));
        List<Instant> instants = IntStream.range(0, 200)
                .mapToObj(hour -> START.plus(Duration.ofHours(hour)))
                .toList();
        List<State> one =
                instants.stream().map(at -> forward.at(at).orElseThrow()).toList();
        List<State> other = new ArrayList<>();
        for (int i = instants.size() - 1; i >= 0; i--) {
            other.add(0, backward.at(instants.get(i)).orElseThrow());
        }
        assertThat(other).isEqualTo(one);
    }

    @Test
    void loseTheirBatteryOverTheYears() {
        Sensing bin = world.sensing(Devices.of("bin", 1));
        BinState young =
                (BinState) bin.at(Instant.parse("2025-02-01T12:00:00Z")).orElseThrow();
        BinState old = (BinState) bin.at(Instant.parse("2034-02-01T12:00:00Z")).orElseThrow();
        assertThat(young.battery().levelPercent()).isGreaterThan(90);
        assertThat(young.battery().volts()).isBetween(3.5, 3.65);
        assertThat(old.battery().levelPercent()).isLessThan(5);
        assertThat(old.battery().volts()).isLessThan(3.1);
    }

    private double gainedOn(DayOfWeek weekday) {
        double gained = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<BinState> month = month(Devices.of("bin", bin));
            for (int hour = 1; hour < HOURS; hour++) {
                double more =
                        month.get(hour).fillPercent() - month.get(hour - 1).fillPercent();
                boolean that =
                        month.get(hour).at().atZone(ZoneId.of("Europe/Berlin")).getDayOfWeek() == weekday;
                gained += that && more > -15 ? more : 0;
            }
        }
        return gained;
    }

    private List<BinState> month(SimulatedDevice device) {
        Sensing bin = world.sensing(device);
        return IntStream.range(0, HOURS)
                .mapToObj(hour ->
                        (BinState) bin.at(START.plus(Duration.ofHours(hour))).orElseThrow())
                .toList();
    }
}
