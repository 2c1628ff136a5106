package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPlanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-10-20T10:20:00Z");
    private static final Instant UNTIL = Instant.parse("2026-10-27T11:40:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAY, Europe/Berlin, DAY",
        "MONTH, Europe/Berlin, DAY",
        "DAY, UTC, HOUR",
        "HOUR, Europe/Berlin, HOUR",
        "DAY, Asia/Kolkata, RAW",
        "HOUR, Asia/Kolkata, RAW",
        "QUARTER_HOUR, Europe/Berlin, RAW"
    })
    void takesTheCoarsestSourceThatFits(Bucket bucket, ZoneId zone, Source source) {
        BucketCalendar calendar = BucketCalendar.of(bucket, zone, FROM, UNTIL);
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false)
                        .source())
                .isEqualTo(source);
    }

    @Test
    void readsWhatIsNoWholeDayOneByOne() {
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, FROM, UNTIL);
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false))
                .isEqualTo(new ReadingPlan(
                        Source.DAY,
                        FROM,
                        Instant.parse("2026-10-20T22:00:00Z"),
                        Instant.parse("2026-10-26T23:00:00Z"),
                        UNTIL));
    }

    @Test
    void readsReadingsWhereNoWholeRollupFits() {
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, FROM, FROM.plusSeconds(600));
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false)
                        .source())
                .isEqualTo(Source.RAW);
    }

    @Test
    void looksForNeighboursInWholeRollups() {
        Instant from = Instant.parse("2026-10-25T22:00:00Z").plusSeconds(3600);
        Instant until = Instant.parse("2026-10-26T23:00:00Z");
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, from, until);
        // from the start of the day that holds the moment 25 hours before, to the end of the one 25 hours after
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), true))
                .isEqualTo(new ReadingPlan(
                        Source.DAY,
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-28T23:00:00Z"),
                        Instant.parse("2026-10-28T23:00:00Z")));
    }
}
