package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapFillingTest {
    private static final double NONE = Double.NaN;
    private static final List<Instant> HOURS = IntStream.range(0, 6)
            .mapToObj(hour -> Instant.EPOCH.plusSeconds(3600L * hour))
            .toList();

    private static final Instant LATER = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void leavesGapsWhereNothingIsToFillThem() {
        double[] values = {NONE, 1, NONE, NONE, 4, NONE};
        assertThat(GapFilling.fill(Gap.NULL, values, HOURS, LATER)).containsExactly(values);
        assertThat(GapFilling.fill(Gap.NONE, values, HOURS, LATER)).containsExactly(values);
    }

    @Test
    void carriesThePreviousValueOn() {
        assertThat(GapFilling.fill(Gap.PREVIOUS, new double[] {NONE, 1, NONE, NONE, 4, NONE}, HOURS, LATER))
                .containsExactly(NONE, 1, 1, 1, 4, 4);
    }

    @Test
    void carriesNothingIntoBucketsThatHaveNotBegun() {
        double[] values = {1, NONE, NONE, NONE, NONE, NONE};
        assertThat(GapFilling.fill(Gap.PREVIOUS, values, HOURS, HOURS.get(2).plusSeconds(1)))
                .containsExactly(1, 1, 1, NONE, NONE, NONE);
        assertThat(GapFilling.fill(Gap.PREVIOUS, values, HOURS, HOURS.get(2)))
                .containsExactly(1, 1, NONE, NONE, NONE, NONE);
    }

    @Test
    void drawsStraightLinesBetweenValuesOnly() {
        assertThat(GapFilling.fill(Gap.LINEAR, new double[] {NONE, 1, NONE, NONE, 4, NONE}, HOURS, LATER))
                .containsExactly(NONE, 1, 2, 3, 4, NONE);
    }

    @Test
    void drawsLinesByTimeAndNotByNumber() {
        List<Instant> months = List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(10), Instant.EPOCH.plusSeconds(40));
        assertThat(GapFilling.fill(Gap.LINEAR, new double[] {0, NONE, 8}, months, LATER))
                .containsExactly(0, 2, 8);
    }

    @Test
    void hasNothingToCarryWithoutAnyValue() {
        double[] nothing = {NONE, NONE};
        assertThat(GapFilling.fill(Gap.LINEAR, nothing, HOURS, LATER)).containsExactly(nothing);
        assertThat(GapFilling.fill(Gap.PREVIOUS, nothing, HOURS, LATER)).containsExactly(nothing);
    }
}
