package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, DAY, 1, 23",
        "2026-10-25, DAY, 1, 25",
        "2026-03-29, HOUR, 23, 1",
        "2026-10-25, HOUR, 25, 1",
        "2026-07-01, HOUR, 24, 1"
    })
    void cutsLocalDaysOf23To25Hours(LocalDate day, Bucket bucket, int buckets, long hours) {
        BucketCalendar calendar = days(bucket, day, day.plusDays(1));
        assertThat(calendar.size()).isEqualTo(buckets);
        assertThat(widths(calendar)).allMatch(Duration.ofHours(hours)::equals);
    }

    @Test
    void givesEachRepeatedHourItsOwnQuarters() {
        BucketCalendar calendar =
                days(Bucket.QUARTER_HOUR, LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-26"));
        assertThat(calendar.size()).isEqualTo(100);
        assertThat(widths(calendar)).allMatch(Duration.ofMinutes(15)::equals);
        assertThat(calendar.start(11)).hasToString("2026-10-25T02:45+02:00");
        assertThat(calendar.start(12)).hasToString("2026-10-25T02:00+01:00");
    }

    @Test
    void beginsWeeksOnMondayAndMonthsOnTheFirst() {
        LocalDate from = LocalDate.parse("2026-10-20");
        LocalDate until = LocalDate.parse("2026-11-12");
        assertThat(days(Bucket.WEEK, from, until).starts())
                .containsExactly(
                        midnight("2026-10-19"), midnight("2026-10-26"), midnight("2026-11-02"), midnight("2026-11-09"));
        assertThat(days(Bucket.MONTH, from, until).starts())
                .containsExactly(midnight("2026-10-01"), midnight("2026-11-01"));
    }

    @Test
    void cutsTheFirstAndTheLastBucketToTheTimeAskedFor() {
        Instant from = Instant.parse("2026-07-01T10:20:00Z");
        Instant until = Instant.parse("2026-07-01T12:40:00Z");
        BucketCalendar calendar = BucketCalendar.of(Bucket.HOUR, BERLIN, from, until);
        assertThat(calendar.start(0)).hasToString("2026-07-01T12:00+02:00");
        assertThat(calendar.edges())
                .containsExactly(
                        from, Instant.parse("2026-07-01T11:00:00Z"), Instant.parse("2026-07-01T12:00:00Z"), until);
    }

    @Test
    void knowsZonesOfHalfHours() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        assertThat(Bucket.HOUR.startOf(Instant.parse("2026-07-01T10:20:00Z"), kolkata))
                .isEqualTo(Instant.parse("2026-07-01T09:30:00Z"));
    }

    private static BucketCalendar days(Bucket bucket, LocalDate from, LocalDate until) {
        return BucketCalendar.of(
                bucket,
                BERLIN,
                from.atStartOfDay(BERLIN).toInstant(),
                until.atStartOfDay(BERLIN).toInstant());
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(BERLIN).toInstant();
    }

    private static List<Duration> widths(BucketCalendar calendar) {
        List<Instant> edges = calendar.edges();
        return IntStream.range(0, calendar.size())
                .mapToObj(i -> Duration.between(edges.get(i), edges.get(i + 1)))
                .toList();
    }
}
