package de.hexapolis.simulator.dice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private final Dice dice = Dice.seeded(1);

    @Test
    void showsTheSameForTheSameName() {
        assertThat(dice.with("rain").with(7).uniform())
                .isEqualTo(dice.with("rain").with(7).uniform());
        assertThat(dice.with("rain").uniform()).isNotEqualTo(dice.with("wind").uniform());
        assertThat(Dice.seeded(1).uniform()).isNotEqualTo(Dice.seeded(2).uniform());
    }

    @Test
    void isFair() {
        assertThat(mean(Dice::uniform)).isCloseTo(0.5, within(0.01));
        assertThat(mean(Dice::normal)).isCloseTo(0, within(0.02));
        assertThat(mean(one -> one.normal() * one.normal())).isCloseTo(1, within(0.04));
        assertThat(mean(one -> one.exponential(4))).isCloseTo(4, within(0.1));
    }

    private double mean(ToDoubleFunction<Dice> number) {
        return LongStream.range(0, 50_000)
                .mapToObj(dice::with)
                .mapToDouble(number)
                .average()
                .orElseThrow();
    }
}
