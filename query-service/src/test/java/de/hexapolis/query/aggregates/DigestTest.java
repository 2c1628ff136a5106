package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-7, 1e-6, 0.5, 1, 99.9, -0.3, -100_000, 1e300})
    void keepsValuesWithinOnePercent(double value) {
        assertThat(Digest.value(Digest.bin(value)))
                .isCloseTo(value, within(Math.max(1e-6, Math.abs(value) * 0.010001)));
    }

    @Test
    void liesWithinOnePercentOfTheExactPercentile() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles(1_001, 1, 500).sorted().toArray();
        Digest digest = new Digest();
        Arrays.stream(values).forEach(value -> digest.add(1, value, value, value, new int[0]));
        for (double share : new double[] {0, 0.05, 0.5, 0.95, 1}) {
            double exact = values[(int) (share * 1_000)];
            assertThat(digest.percentile(share)).isCloseTo(exact, within(exact * 0.010001));
        }
    }

    @Test
    void knowsThreeReadingsByMinimumMaximumAndSum() {
        Digest digest = new Digest();
        digest.add(3, 10, 30, 60, new int[0]);
        assertThat(digest.percentile(0)).isCloseTo(10, within(0.11));
        assertThat(digest.percentile(0.5)).isCloseTo(20, within(0.21));
        assertThat(digest.percentile(1)).isCloseTo(30, within(0.31));
    }

    @Test
    void readsArraysAsTheDatabaseWritesThem() {
        assertThat(Digest.pairs("{}")).isEmpty();
        assertThat(Digest.pairs("{0,7}")).containsExactly(0, 7);
        assertThat(Digest.pairs("{-1096,2,0,1,1100,35}")).containsExactly(-1096, 2, 0, 1, 1100, 35);
    }

    @Test
    void mergesPairsAndForgetsThem() {
        Digest digest = new Digest();
        int[] pairs = {Digest.bin(5), 90, Digest.bin(50), 10};
        IntStream.range(0, 3).forEach(i -> digest.add(100, 5, 50, 950, pairs));
        assertThat(digest.percentile(0.5)).isCloseTo(5, within(0.06));
        assertThat(digest.percentile(0.95)).isCloseTo(50, within(0.51));
        digest.clear();
        assertThat(digest.percentile(0.5)).isNaN();
    }
}
