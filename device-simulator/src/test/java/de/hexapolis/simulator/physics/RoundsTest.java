package de.hexapolis.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {
    private static final long FIRST = LocalDate.of(2026, 1, 1).toEpochDay();
    private static final long LAST = FIRST + 365;

    static Stream<Rounds> all() {
        return IntStream.rangeClosed(1, 7).boxed().flatMap(everyDays -> IntStream.range(0, 7)
                .mapToObj(phase -> new Rounds(everyDays, phase)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void comeToEveryBinWithinEightDays(Rounds rounds) {
        List<Long> due =
                LongStream.range(FIRST, LAST).filter(rounds::dueOn).boxed().toList();
        assertThat(due.get(0)).isLessThan(FIRST + 8);
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isLessThanOrEqualTo(8);
        }
        assertThat(due.get(due.size() - 1)).isGreaterThanOrEqualTo(LAST - 8);
    }

    @ParameterizedTest
    @MethodSource("all")
    void neverComeOnSundays(Rounds rounds) {
        assertThat(LongStream.range(FIRST, LAST).filter(rounds::dueOn))
                .allSatisfy(day ->
                        assertThat(LocalDate.ofEpochDay(day).getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY));
    }
}
