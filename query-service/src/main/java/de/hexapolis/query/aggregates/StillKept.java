package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Refuses what single readings alone could answer where they may be deleted by now: without them it would look like
 * silence.
 */
final class StillKept {
    private StillKept() {}

    /** @throws Problem naming the parameter to blame, the edge of retention and what would do */
    static void check(BucketCalendar calendar, ReadingPlan plan, Instant keptSince) {
        if (!plan.takesOnlyKept(calendar, keptSince)) {
            throw refusal(calendar, keptSince);
        }
    }

    private static Problem refusal(BucketCalendar calendar, Instant keptSince) {
        if (calendar.bucket() == Bucket.QUARTER_HOUR) {
            return refusal("bucket", "PT15M takes single readings", "bucket=PT1H", calendar, keptSince);
        }
        if (!ReadingPlan.areWholeHours(calendar.starts())) {
            return refusal(
                    "zone",
                    "buckets of %s begin within hours of UTC, and so take single readings".formatted(calendar.zone()),
                    "zone=UTC",
                    calendar,
                    keptSince);
        }
        boolean cutsAtFrom = !ReadingPlan.isWholeHour(calendar.from());
        Instant cut = cutsAtFrom ? calendar.from() : calendar.until();
        return refusal(
                cutsAtFrom ? "from" : "to",
                "%s is within an hour, and so takes single readings".formatted(local(calendar, cut)),
                "the hour %s".formatted(local(calendar, cut.truncatedTo(ChronoUnit.HOURS))),
                calendar,
                keptSince);
    }

    private static Problem refusal(
            String parameter, String what, String remedy, BucketCalendar calendar, Instant keptSince) {
        return Trouble.INVALID_PARAMETER.problem(
                parameter,
                "%s; those before %s may be deleted: %s would do, or from=%s"
                        .formatted(
                                what,
                                local(calendar, keptSince.truncatedTo(ChronoUnit.SECONDS)),
                                remedy,
                                keptSince.atZone(calendar.zone()).toLocalDate().plusDays(1)));
    }

    private static String local(BucketCalendar calendar, Instant moment) {
        return AnswerJson.text(moment.atZone(calendar.zone()).toOffsetDateTime());
    }
}
