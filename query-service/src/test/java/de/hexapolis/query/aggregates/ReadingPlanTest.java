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
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false, Instant.MIN)
                        .source())
                .isEqualTo(source);
    }

    @Test
    void readsWhatIsNoWholeDayOneByOne() {
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, FROM, UNTIL);
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false, Instant.MIN))
                .isEqualTo(new ReadingPlan(
                        Source.DAY,
                        FROM,
                        Instant.parse("2026-10-20T22:00:00Z"),
                        Instant.parse("2026-10-26T23:00:00Z"),
                        UNTIL));
    }

    @Test
    void takesThePartsOfDaysFromHoursWhereReadingsMayBeDeleted() {
        BucketCalendar calendar = BucketCalendar.of(
                Bucket.DAY, BERLIN, Instant.parse("2026-10-20T10:00:00Z"), Instant.parse("2026-10-27T11:00:00Z"));
        CityZones zones = new CityZones(Set.of(BERLIN));
        assertThat(ReadingPlan.of(calendar, zones, false, UNTIL))
                .isEqualTo(new ReadingPlan(
                        Source.HOUR, calendar.from(), calendar.from(), calendar.until(), calendar.until()));
        // only the last part of a day is needed, and it is kept
        BucketCalendar wholeDays =
                BucketCalendar.of(Bucket.DAY, BERLIN, Instant.parse("2026-10-19T22:00:00Z"), calendar.until());
        assertThat(ReadingPlan.of(wholeDays, zones, false, Instant.parse("2026-10-26T23:00:00Z"))
                        .source())
                .isEqualTo(Source.DAY);
    }

    @Test
    void saysWhetherReadingsThatItTakesMayBeDeleted() {
        CityZones zones = new CityZones(Set.of(BERLIN));
        BucketCalendar ragged = BucketCalendar.of(Bucket.DAY, BERLIN, FROM, UNTIL);
        assertThat(ReadingPlan.of(ragged, zones, false, FROM).takesOnlyKept(ragged, FROM))
                .isTrue();
        Instant later = FROM.plusSeconds(1);
        assertThat(ReadingPlan.of(ragged, zones, false, later).takesOnlyKept(ragged, later))
                .isFalse();
        BucketCalendar quarters = BucketCalendar.of(Bucket.QUARTER_HOUR, BERLIN, FROM, UNTIL);
        assertThat(ReadingPlan.of(quarters, zones, true, later).takesOnlyKept(quarters, later))
                .isFalse();
    }

    @Test
    void readsReadingsWhereNoWholeRollupFits() {
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, FROM, FROM.plusSeconds(600));
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), false, Instant.MIN)
                        .source())
                .isEqualTo(Source.RAW);
    }

    @Test
    void looksForNeighboursInWholeRollups() {
        Instant from = Instant.parse("2026-10-25T22:00:00Z").plusSeconds(3600);
        Instant until = Instant.parse("2026-10-26T23:00:00Z");
        BucketCalendar calendar = BucketCalendar.of(Bucket.DAY, BERLIN, from, until);
        // from the start of the day that holds the moment 25 hours before, to the end of the one 25 hours after
        assertThat(ReadingPlan.of(calendar, new CityZones(Set.of(BERLIN)), true, Instant.MIN))
                .isEqualTo(new ReadingPlan(
                        Source.DAY,
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-28T23:00:00Z"),
                        Instant.parse("2026-10-28T23:00:00Z")));
    }
}
