package de.hexapolis.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DryingTest {
    private static final long FIRST = LocalDate.of(2013, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2037, 1, 1).toEpochDay();
    private static final int TREES = 20;

    private final World world = World.seeded(7);

    @Test
    void isTheSameOnADayWhateverWasAskedBefore() {
        List<Long> days = new ArrayList<>(LongStream.range(FIRST, LAST)
                .filter(day -> day % 97 == 0)
                .boxed()
                .toList());
        Collections.shuffle(days, new Random(1));
        Drying askedOften = tree(3);
        for (long day : days) {
            LocalHour noon = new LocalHour(day, 12);
            assertThat(askedOften.tension(0, noon))
                    .as("%s", LocalDate.ofEpochDay(day))
                    .isEqualTo(tree(3).tension(0, noon));
        }
    }

    @Test
    void makesNoStepFromOneDayToTheNext() {
        Weather weather = world.weather("fulda");
        for (int number = 0; number < TREES; number++) {
            Drying tree = tree(number);
            double[] evening = new double[Drying.DEPTHS_CM.length];
            for (long day = FIRST; day < LAST; day++) {
                for (int depth = 0; depth < evening.length; depth++) {
                    double midnight = tree.tension(depth, new LocalHour(day, 0));
                    if (day > FIRST && weather.rain(day).hour() > 0) {
                        assertThat(midnight)
                                .as("tree %d, depth %d, %s", number, depth, LocalDate.ofEpochDay(day))
                                .isCloseTo(evening[depth], Percentage.withPercentage(0.1));
                    }
                    evening[depth] = tree.tension(depth, new LocalHour(day, 24));
                }
            }
        }
    }

    private Drying tree(int number) {
        return new Drying(
                world.dice().with("tree " + number),
                world.weather("fulda"),
                Devices.of("tree", number).site(),
                Visits.NONE);
    }
}
