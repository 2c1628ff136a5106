package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffordableTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CityZones ZONES = new CityZones(Set.of(BERLIN));
    private static final Instant FROM = Instant.parse("2025-11-30T23:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T23:00:00Z");

    @Test
    void bearsTheDaysOfFiveThousandSeriesOverAYear() {
        assertThatCode(() -> check(Bucket.DAY, 5_000, NOW, AggregateFunction.AVG))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheHoursOfFiveThousandSeriesOverAYearWithTheSizeThatWouldDo() {
        assertThatThrownBy(() -> check(Bucket.HOUR, 5_000, NOW, AggregateFunction.AVG))
                .hasMessage("about 43800000 rollups to read, of 5000 series over 365 days; at most 5000000 would do:"
                        + " about 41 days, or 570 series, or longer buckets");
    }

    @Test
    void refusesReadingsThatNobodyHasRolledUpYet() {
        assertThatThrownBy(() -> check(Bucket.DAY, 5_000, FROM, AggregateFunction.AVG))
                .hasMessageContaining("readings to read one by one")
                .hasMessageContaining("at most 5000000 would do: about 41 days, or 570 series");
    }

    @Test
    void refusesToMergeMoreDigestsThanItShould() {
        assertThatThrownBy(() -> check(Bucket.DAY, 5_000, NOW, AggregateFunction.P95))
                .hasMessageContaining("about 1825000 digests to merge");
    }

    @Test
    void takesPercentilesOfFewReadingsExactly() {
        assertThat(Affordable.percentilesAreExact(asked(Bucket.DAY, 50, NOW, AggregateFunction.P95)))
                .isTrue();
        assertThat(Affordable.percentilesAreExact(asked(Bucket.DAY, 60, NOW, AggregateFunction.P95)))
                .isFalse();
    }

    private static void check(Bucket bucket, int series, Instant rolledUntil, AggregateFunction function) {
        Asked asked = asked(bucket, series, rolledUntil, function);
        Affordable.check(asked, ReadingPlan.of(asked.calendar(), ZONES, false, Instant.MIN));
    }

    private static Asked asked(Bucket bucket, int series, Instant rolledUntil, AggregateFunction function) {
        List<Member> members = IntStream.rangeClosed(1, series)
                .mapToObj(number -> new Member(
                        number,
                        new SelectedAsset(
                                number,
                                new CityId("fulda"),
                                BERLIN,
                                "bin",
                                Optional.empty(),
                                9.6,
                                50.5,
                                "B-" + number,
                                "Bin",
                                false),
                        Quantity.FILL_LEVEL,
                        "",
                        Duration.ofHours(1),
                        rolledUntil,
                        Instant.MIN))
                .toList();
        Group group = Group.of(Grouping.NONE, members.get(0).asset());
        return new Asked(
                List.of(new Line(group, Quantity.FILL_LEVEL, members)),
                BucketCalendar.of(bucket, BERLIN, FROM, NOW),
                List.of(function),
                Pool.ASSETS,
                ZONES,
                NOW);
    }
}
