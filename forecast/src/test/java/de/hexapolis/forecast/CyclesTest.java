package de.hexapolis.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CyclesTest {
    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");

    private static List<Level> every(Duration gap, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Level(START.plus(gap.multipliedBy(i)), values[i]))
                .toList();
    }

    @Test
    void anEmptyingBeginsACycle() {
        List<List<Level>> cycles = Cycles.of(every(Duration.ofHours(1), 60, 61, 62, 2, 3, 4));

        assertThat(cycles).hasSize(2);
        assertThat(cycles.get(0)).extracting(Level::value).containsExactly(60.0, 61.0, 62.0);
        assertThat(cycles.get(1)).extracting(Level::value).containsExactly(2.0, 3.0, 4.0);
    }

    @Test
    void aSingleEchoIsNoEmptying() {
        List<List<Level>> cycles = Cycles.of(every(Duration.ofHours(1), 60, 61, 0, 62, 100, 63));

        assertThat(cycles).hasSize(1);
        assertThat(cycles.get(0)).allSatisfy(level -> assertThat(level.value()).isBetween(60.0, 63.0));
    }

    @Test
    void theNewestReadingThatFellToEmptyIsTakenForAnEmptyingUntilTheNextSaysOtherwise() {
        assertThat(Cycles.of(every(Duration.ofHours(1), 60, 61, 62, 2))).hasSize(2);
        assertThat(Cycles.of(every(Duration.ofHours(1), 60, 61, 62, 2, 62))).hasSize(1);
    }

    @Test
    void aSensorThatReportsSeldomIsTakenAtItsWord() {
        List<List<Level>> cycles = Cycles.of(every(Duration.ofDays(1), 0, 80, 0, 60));

        assertThat(cycles).hasSize(2);
        assertThat(cycles.get(0)).extracting(Level::value).containsExactly(0.0, 80.0);
    }

    @Test
    void nothingReadIsNoCycle() {
        assertThat(Cycles.of(List.of())).isEmpty();
    }

    @Test
    void theStepIsTheSmallestDifferenceThatTheSensorShows() {
        assertThat(Cycles.stepOf(every(Duration.ofDays(1), 0, 80, 20, 60))).isEqualTo(20);
        assertThat(Cycles.stepOf(every(Duration.ofDays(1), 0, 0.5, 20))).isEqualTo(1);
        assertThat(Cycles.stepOf(List.of())).isEqualTo(1);
    }
}
